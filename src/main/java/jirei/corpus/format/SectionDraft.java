package jirei.corpus.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.Actor;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/**
 * A section as its file gives it; what the file leaves open is null.
 *
 * @param line the line of the heading
 * @param parent the id of the section it stands in; empty for none
 * @param parentLine the line that names the parent
 */
record SectionDraft(
        int line,
        String id,
        @Nullable SectionKind kind,
        String heading,
        String parent,
        int parentLine,
        @Nullable List<Actor> actors,
        @Nullable List<Theme> themes,
        String text) {

    /** Fills in by rule what {@code drafts} leave open and checks that they make up a case. */
    static List<Section> complete(List<SectionDraft> drafts, Lexicon lexicon, DiagnosticCollector faults) {
        Map<String, Integer> lines = new HashMap<>();
        for (SectionDraft draft : drafts) {
            Integer earlier = lines.putIfAbsent(draft.id, draft.line);
            if (earlier != null) {
                faults.add(draft.line, "節の id「" + draft.id + "」が" + earlier + "行目の節にも付いているため、別の id に変えてください");
            }
        }
        List<Section> sections = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            if (!draft.parent.isEmpty() && (!lines.containsKey(draft.parent) || draft.parent.equals(draft.id))) {
                faults.add(
                        draft.parentLine,
                        "節「" + draft.id + "」の親「" + draft.parent + "」という id の節がほかにないため、この事例にある節の id に直してください");
            }
            draft.addTo(sections, lexicon, faults);
        }
        return sections;
    }

    private void addTo(List<Section> sections, Lexicon lexicon, DiagnosticCollector faults) {
        try {
            Section.requireId(id);
        } catch (IllegalArgumentException e) {
            faults.add(line, "節の id「" + id + "」は使えないため、s1-2 のように英数字と - _ だけで書いてください");
            return;
        }
        if (heading.isBlank() && text.isBlank()) {
            faults.add(line, "節「" + id + "」に見出しも本文もないため、どちらかを書くか、この節を消してください");
            return;
        }
        SectionKind kindOrRule = kind != null ? kind : parent.isEmpty() ? SectionKind.LEAD : SectionKind.SUBSECTION;
        sections.add(new Section(
                id,
                kindOrRule,
                heading,
                parent,
                actors != null ? named(actors, kindOrRule, lexicon) : lexicon.actorsOf(kindOrRule, heading, text),
                themes != null ? themes : lexicon.themes().find(heading, text),
                text));
    }

    /** By canonical name; a role keeps the name that is printed, as in 市, beside it. */
    private static List<Actor> named(List<Actor> written, SectionKind kind, Lexicon lexicon) {
        return kind == SectionKind.ROLE ? written : lexicon.actors().canonical(written);
    }
}
