package jirei.corpus.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.Actor;
import jirei.cases.OwnValues;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.cases.VisibleText;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/**
 * A section as given by its file, before the rules of the lexicon are applied. Immutable.
 *
 * @param line the line of the heading, from 1
 * @param id the section id
 * @param kind the kind; null to derive it from the parent
 * @param heading the heading; may be empty
 * @param parent the id of the parent section; empty for none
 * @param parentLine the line that names the parent, from 1
 * @param actors the actors; null to find them by rule
 * @param themes the themes; null to find them by rule
 * @param text the text; may be empty
 * @param pages the pages in the source document; null if unknown
 * @param ocrConfidence the confidence in percent of text read by OCR; null if none was
 * @param facets the values of the facets that the corpus declares
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
        String text,
        @Nullable Pages pages,
        @Nullable Integer ocrConfidence,
        OwnValues facets) {

    /**
     * Applies the rules of the lexicon to {@code drafts} and reports duplicate ids, unknown parents and empty
     * sections.
     */
    static List<Section> complete(List<SectionDraft> drafts, Lexicon lexicon, DiagnosticCollector diagnostics) {
        Map<String, Integer> lines = new HashMap<>();
        for (SectionDraft draft : drafts) {
            Integer earlier = lines.putIfAbsent(draft.id, draft.line);
            if (earlier != null) {
                diagnostics.add(draft.line, "節の id「" + draft.id + "」が" + earlier + "行目の節にも付いています。別の id に変えてください");
            }
        }
        List<Section> sections = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            if (!draft.parent.isEmpty() && (!lines.containsKey(draft.parent) || draft.parent.equals(draft.id))) {
                diagnostics.add(
                        draft.parentLine,
                        "節「" + draft.id + "」の親「" + draft.parent + "」という id の節がほかにありません。この事例にある節の id に直してください");
            }
            draft.addTo(sections, lexicon, diagnostics);
        }
        reportCycles(drafts, diagnostics);
        return sections;
    }

    /** Reports each section whose parent, or the parent of that and so on, is the section itself. */
    private static void reportCycles(List<SectionDraft> drafts, DiagnosticCollector diagnostics) {
        Map<String, SectionDraft> byId = new HashMap<>();
        drafts.forEach(draft -> byId.putIfAbsent(draft.id, draft));
        Set<String> visited = new HashSet<>();
        for (SectionDraft draft : drafts) {
            Set<String> path = new HashSet<>();
            SectionDraft current = draft;
            while (current != null && visited.add(current.id)) {
                path.add(current.id);
                current = byId.get(current.parent);
            }
            if (current != null && path.contains(current.id) && !current.parent.equals(current.id)) {
                diagnostics.add(
                        current.parentLine,
                        "節「" + current.id + "」の親をたどると同じ節に戻ります。親「" + current.parent + "」を別の節に直すか、消してください");
            }
        }
    }

    private void addTo(List<Section> sections, Lexicon lexicon, DiagnosticCollector diagnostics) {
        try {
            Section.requireId(id);
        } catch (IllegalArgumentException e) {
            diagnostics.add(line, "節の id「" + id + "」は使えません。s1-2 のように英数字と - _ だけで、100字以内で書いてください");
            return;
        }
        if (VisibleText.isBlank(heading) && VisibleText.isBlank(text)) {
            diagnostics.add(line, "節「" + id + "」に見出しも本文もありません。どちらかを書くか、この節を消してください");
            return;
        }
        String printed = VisibleText.strip(heading);
        int length = printed.codePointCount(0, printed.length());
        if (length > CorpusLimits.MAX_NAME_LENGTH) {
            diagnostics.add(line, FieldReader.tooLong("節「" + id + "」の見出しが", length, CorpusLimits.MAX_NAME_LENGTH));
            return;
        }
        SectionKind actualKind = kind != null ? kind : parent.isEmpty() ? SectionKind.LEAD : SectionKind.SUBSECTION;
        sections.add(new Section(
                id,
                actualKind,
                heading,
                parent,
                actors != null ? canonical(actors, actualKind, lexicon) : lexicon.actorsOf(actualKind, heading, text),
                themes != null ? themes : lexicon.themes().find(heading, text),
                text,
                pages,
                ocrConfidence,
                facets));
    }

    /** Returns {@code written} with canonical names; the actors of a role keep the printed name, as in 市. */
    private static List<Actor> canonical(List<Actor> written, SectionKind kind, Lexicon lexicon) {
        return kind == SectionKind.ROLE ? written : lexicon.actors().canonical(written);
    }
}
