package jirei.web.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.cases.Actor;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.search.Hit;
import jirei.search.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a reader sees it.
 *
 * @param id by which the way back from the case leads here
 * @param caseAnchor the same for the case as a whole: on the first of its hits, else null
 * @param url the section in its case
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
 */
public record HitView(
        String id,
        @Nullable String caseAnchor,
        String url,
        String where,
        String number,
        String caseTitle,
        String kind,
        String kindId,
        MarkedText heading,
        String parent,
        List<String> actors,
        List<String> themes,
        List<MarkedText> snippets) {
    public HitView {
        actors = List.copyOf(actors);
        themes = List.copyOf(themes);
        snippets = List.copyOf(snippets);
    }

    /** {@code hits} in their order. */
    static List<HitView> all(List<Hit> hits, SearchState search) {
        Set<String> cases = new HashSet<>();
        return hits.stream()
                .map(hit -> of(hit, search, cases.add(hit.caseId())))
                .toList();
    }

    private static HitView of(Hit hit, SearchState search, boolean firstOfCase) {
        Section section = hit.section();
        return new HitView(
                "hit-" + hit.caseId() + "/" + section.id(),
                firstOfCase ? "hit-" + hit.caseId() : null,
                search.sectionUrl(hit.caseId(), section.id()),
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
                hit.snippets().stream().map(HitView::snippet).toList());
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

    /** Whether it stands in a main section. */
    public boolean hasParent() {
        return !parent.isEmpty();
    }
}
