package jirei.web.page.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jirei.cases.Actor;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.search.Hit;
import jirei.search.SearchResults;
import jirei.search.Snippet;
import jirei.web.page.MarkedText;
import jirei.web.page.Part;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a reader sees it.
 *
 * @param id by which the way back from the case leads here
 * @param caseAnchor the same for the case as a whole: on the first of its hits, else null
 * @param url the section in its case
 * @param whyUrl why it is among the results
 * @param where prefecture and place; may be empty
 * @param number the case's number in words; may be empty
 * @param caseTitle the case's title
 * @param kind the section's kind in words
 * @param kindId the section's kind as style sheets know it
 * @param heading the section's heading; its kind where it has none
 * @param parent the heading of the main section; may be empty
 * @param actors who acts, by name
 * @param themes what it is about, letter and title
 * @param snippets what matches, or how the text begins
 * @param likeness how like one's own municipality the case's is; empty where that isn't asked or known
 */
public record HitView(
        String id,
        @Nullable String caseAnchor,
        String url,
        String whyUrl,
        String where,
        String number,
        String caseTitle,
        String kind,
        String kindId,
        MarkedText heading,
        String parent,
        List<String> actors,
        List<String> themes,
        List<MarkedText> snippets,
        String likeness) {
    public HitView {
        actors = List.copyOf(actors);
        themes = List.copyOf(themes);
        snippets = List.copyOf(snippets);
    }

    /** The hits of {@code results} in their order. */
    static List<HitView> all(SearchResults results, SearchState search) {
        return all(results.hits(), search, id -> likeness(results, id));
    }

    /** {@code hits} in their order. */
    static List<HitView> all(List<Hit> hits, SearchState search) {
        return all(hits, search, id -> "");
    }

    private static List<HitView> all(List<Hit> hits, SearchState search, UnaryOperator<String> likeness) {
        Set<String> cases = new HashSet<>();
        return hits.stream()
                .map(hit -> of(hit, search, likeness.apply(hit.caseId()), cases.add(hit.caseId())))
                .toList();
    }

    /** A hit that stands alone. */
    static HitView of(Hit hit, SearchState search) {
        return of(hit, search, "", true);
    }

    private static HitView of(Hit hit, SearchState search, String likeness, boolean firstOfCase) {
        Section section = hit.section();
        return new HitView(
                "hit-" + hit.caseId() + "/" + section.id(),
                firstOfCase ? "hit-" + hit.caseId() : null,
                search.sectionUrl(hit.caseId(), section.id()),
                search.whyUrl(hit.caseId(), section.id()),
                Wording.where(hit.prefecture(), hit.place()),
                Wording.number(hit.number()),
                hit.caseTitle(),
                section.kind().label(),
                section.kind().id(),
                section.heading().isEmpty()
                        ? MarkedText.plain(section.kind().label())
                        : MarkedText.of(section.heading(), hit.headingMatches()),
                hit.parentHeading(),
                section.actors().stream().map(Actor::name).toList(),
                section.themes().stream().map(Theme::label).toList(),
                hit.snippets().stream().map(HitView::snippet).toList(),
                likeness);
    }

    /** How like one's own municipality that of the case {@code caseId} is, in words; empty where it isn't known. */
    static String likeness(SearchResults results, String caseId) {
        Integer percent = results.regionSimilarity().get(caseId);
        return percent == null ? "" : "似ている度合い " + percent + "%";
    }

    private static MarkedText snippet(Snippet snippet) {
        List<Part> parts = new ArrayList<>();
        if (snippet.startsInside()) {
            parts.add(new Part.Plain("… "));
        }
        parts.addAll(MarkedText.of(snippet.text(), snippet.matches()).parts());
        if (snippet.endsInside()) {
            parts.add(new Part.Plain(" …"));
        }
        return new MarkedText(parts);
    }

    /** Its heading without marks. */
    public String name() {
        return heading.text();
    }

    /** Whether it stands in a main section. */
    public boolean hasParent() {
        return !parent.isEmpty();
    }
}
