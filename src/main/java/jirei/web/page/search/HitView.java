package jirei.web.page.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jirei.cases.Section;
import jirei.search.Hit;
import jirei.search.SearchResults;
import jirei.search.SimilarSection;
import jirei.search.Snippet;
import jirei.web.page.Excerpt;
import jirei.web.page.MarkedText;
import jirei.web.page.SectionLabels;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A hit in a result list. Immutable.
 *
 * @param id the id of the HTML element
 * @param caseAnchor the id to which the back link of the case page returns; null unless this is the first hit of its
 *     case
 * @param url the URL of the section in its case
 * @param explanationUrl the URL that explains why the section matches the search
 * @param likeness why the section is similar to another, in words; empty for a result of a search
 * @param caseLine the case of the section
 * @param labels kind, actors and themes of the section
 * @param heading the heading of the section; its kind if it has no heading
 * @param parent the heading of the main section; empty if there is none
 * @param caseNote where its case has the words, if the section represents its case; else empty
 * @param caseUrl the URL of the case
 * @param snippets the highlighted passages, or the start of the text if nothing matches in it
 * @param matches the matches in the text; empty unless hits are listed by their matches
 */
public record HitView(
        String id,
        @Nullable String caseAnchor,
        String url,
        String explanationUrl,
        String likeness,
        CaseLine caseLine,
        SectionLabels labels,
        MarkedText heading,
        String parent,
        String caseNote,
        String caseUrl,
        List<MarkedText> snippets,
        MatchLines matches) {
    /** The maximum text before the first match of a single snippet, in UTF-16 code units; about one line on a phone. */
    private static final int MAX_LEAD = 30;
    /** The maximum text before the first match of one of several snippets, in UTF-16 code units. */
    private static final int MAX_LEAD_OF_SEVERAL = 10;

    public HitView {
        snippets = List.copyOf(snippets);
    }

    /**
     * The case of a hit. Immutable.
     *
     * @param location prefecture and place; may be empty
     * @param number the case number in words; may be empty
     * @param title the title of the case
     * @param similarity the similarity to the entered municipality in words; empty if none is entered or it is unknown
     */
    public record CaseLine(String location, String number, MarkedText title, String similarity) {
        /** Whether a similarity is shown. */
        public boolean hasSimilarity() {
            return !similarity.isEmpty();
        }
    }

    /** Returns the hits of {@code results} in their order. */
    static List<HitView> all(SearchResults results, SearchState search) {
        return all(results.hits(), search, id -> similarity(results, id));
    }

    /** Returns {@code hits} in their order, without similarities. */
    static List<HitView> all(List<Hit> hits, SearchState search) {
        return all(hits, search, id -> "");
    }

    /** Returns similar sections in their order, with the words that they share. */
    static List<HitView> similar(List<SimilarSection> similar, SearchState search) {
        Set<String> cases = new HashSet<>();
        return similar.stream()
                .map(section -> of(
                        section.hit(),
                        search,
                        "",
                        Wording.sharedWords(section.words()),
                        cases.add(section.hit().caseId())))
                .toList();
    }

    private static List<HitView> all(List<Hit> hits, SearchState search, UnaryOperator<String> similarity) {
        Set<String> cases = new HashSet<>();
        return hits.stream()
                .map(hit -> of(hit, search, similarity.apply(hit.caseId()), "", cases.add(hit.caseId())))
                .toList();
    }

    /** Returns a single hit. */
    static HitView of(Hit hit, SearchState search) {
        return of(hit, search, "", "", true);
    }

    private static HitView of(Hit hit, SearchState search, String similarity, String likeness, boolean firstOfCase) {
        Section section = hit.section();
        SectionLabels labels = SectionLabels.of(section);
        return new HitView(
                "hit-" + hit.caseId() + "/" + section.id(),
                firstOfCase ? "hit-" + hit.caseId() : null,
                search.sectionUrl(hit.caseId(), section.id()),
                search.explanationUrl(hit.caseId(), section.id()),
                likeness,
                caseLine(hit, similarity),
                labels,
                section.heading().isEmpty()
                        ? MarkedText.plain(labels.kind())
                        : MarkedText.of(section.heading(), hit.headingMatches()),
                hit.parentHeading(),
                Wording.caseFields(hit),
                search.caseUrl(hit.caseId()),
                snippets(hit.snippets()),
                hit.textMatches().isEmpty() ? MatchLines.NONE : MatchLines.of(hit));
    }

    /** Returns the case of {@code hit}. */
    static CaseLine caseLine(Hit hit, String similarity) {
        return new CaseLine(
                Wording.location(hit.prefecture(), hit.place()),
                Wording.number(hit.number()),
                MarkedText.of(hit.caseTitle(), hit.titleMatches()),
                similarity);
    }

    /** Returns the similarity of the region of {@code caseId} in words; empty if unknown. */
    static String similarity(SearchResults results, String caseId) {
        Integer percent = results.regionSimilarity().get(caseId);
        return percent == null ? "" : "似ている度合い " + percent + "%";
    }

    /** A list shows two lines of a single snippet, or one line of each of several: the matches have to be on these. */
    private static List<MarkedText> snippets(List<Snippet> snippets) {
        int maxLead = snippets.size() == 1 ? MAX_LEAD : MAX_LEAD_OF_SEVERAL;
        return snippets.stream().map(snippet -> Excerpt.near(snippet, maxLead)).toList();
    }

    /** Whether the section is shown because it is similar to another. */
    public boolean isSimilar() {
        return !likeness.isEmpty();
    }

    /** The heading as plain text. */
    public String name() {
        return heading.text();
    }

    /** Whether the section represents its case. */
    public boolean isCase() {
        return !caseNote.isEmpty();
    }

    /** Whether the section belongs to a main section. */
    public boolean hasParent() {
        return !parent.isEmpty();
    }
}
