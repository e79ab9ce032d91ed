package jirei.web.page.library;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.library.LibraryDocument;
import jirei.library.cases.StoredCase;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A document beside what became of it. Immutable.
 *
 * @param frame the frame of the page
 * @param row the document with its state
 * @param unit the unit of positions: 行, ページ, スライド or 段落
 * @param split where its cases start
 * @param cases its cases
 * @param removed its cases that were deleted and can be restored
 * @param remarks what was uncertain or left out
 * @param isWaiting whether a new reading waits for a comparison
 * @param isPdf whether its pages can be shown
 * @param message what was just done; empty for nothing
 */
public record DocumentPage(
        Frame frame,
        DocumentRow row,
        String unit,
        String split,
        List<Case> cases,
        List<Removed> removed,
        List<Remark> remarks,
        boolean isWaiting,
        boolean isPdf,
        String message) {
    /** The length to which texts of sections are cut. */
    private static final int EXCERPT_LENGTH = 160;

    public DocumentPage {
        cases = List.copyOf(cases);
        removed = List.copyOf(removed);
        remarks = List.copyOf(remarks);
    }

    /** A way to separate cases, as in a selection. Immutable. */
    public record Split(String value, String label) {}

    /** The ways to separate cases, with the pattern that was given if it is one. */
    public List<Split> splits() {
        List<Split> splits = new ArrayList<>(List.of(
                new Split("auto", "自動"),
                new Split("none", "分けない（文書全体で1事例）"),
                new Split("page", "1ページを1事例"),
                new Split("rows", "表の1行を1事例")));
        if (splits.stream().noneMatch(one -> one.value().equals(split))) {
            splits.add(new Split(split, "指定した行で分ける: " + split));
        }
        return splits;
    }

    /**
     * A case of the document. Immutable.
     *
     * @param id the id
     * @param title the title; the id if the case file is invalid
     * @param facts place, year and figures
     * @param isPublished whether its file is part of the corpus
     * @param isSearchable whether searches find it, or an earlier version, if it is published
     * @param hasDraft whether anyone has a draft of it
     * @param faults what is wrong in the case file
     * @param sections its sections
     */
    public record Case(
            String id,
            String title,
            String facts,
            boolean isPublished,
            boolean isSearchable,
            boolean hasDraft,
            List<String> faults,
            List<Passage> sections) {
        /** The state in Japanese. */
        public String state() {
            if (!isPublished) {
                return "未公開";
            }
            if (faults.isEmpty()) {
                return "公開済み";
            }
            return isSearchable ? "公開中ですが、誤りがあるため前の版が検索されます" : "公開中ですが、誤りがあるため検索されません";
        }

        /** The style of the state, see {@link DocumentRow}. */
        public String stateClass() {
            return !isPublished ? "check" : faults.isEmpty() ? "done" : "bad";
        }
    }

    /** A case that was deleted. Immutable. */
    public record Removed(String id, String title) {}

    /**
     * A section. Immutable.
     *
     * @param id the id
     * @param heading the heading; empty for none
     * @param isMain whether it is a main section
     * @param kind the kind in Japanese
     * @param pages the pages; empty if unknown
     * @param firstPage the first page; 0 if unknown
     * @param excerpt the start of its text
     */
    public record Passage(
            String id, String heading, boolean isMain, String kind, String pages, int firstPage, String excerpt) {
        private static Passage of(Section section) {
            String text = section.text();
            return new Passage(
                    section.id(),
                    section.heading(),
                    section.parent().isEmpty(),
                    section.kind().label(),
                    section.pages() == null ? "" : section.pages().toString(),
                    section.pages() == null ? 0 : section.pages().first(),
                    text.length() <= EXCERPT_LENGTH ? text : text.substring(0, EXCERPT_LENGTH) + "…");
        }
    }

    /**
     * A remark. Immutable.
     *
     * @param id its name among the remarks of the document
     * @param place the position with its unit
     * @param page the page to show; 0 for none
     * @param caseId the id of the case; empty for none
     * @param sectionId the id of the section; empty for none
     * @param message the sentence
     */
    public record Remark(String id, String place, int page, String caseId, String sectionId, String message) {}

    /** Returns the view of a case; {@code parsed} is null if its file is invalid. */
    public static Case caseOf(
            StoredCase stored,
            @Nullable CaseStudy parsed,
            boolean isSearchable,
            boolean hasDraft,
            List<String> faults) {
        if (parsed == null) {
            return new Case(
                    stored.id(), stored.id(), "", stored.isPublished(), isSearchable, hasDraft, faults, List.of());
        }
        List<String> facts = new ArrayList<>();
        if (parsed.prefecture() != null) {
            facts.add(parsed.prefecture().fullName());
        }
        facts.add(parsed.place());
        if (parsed.year() != null) {
            facts.add(parsed.year() + "年度");
        }
        parsed.region()
                .figures()
                .forEach((what, figure) ->
                        facts.add(what.label() + figure.value().toPlainString() + what.unit()));
        facts.removeIf(String::isEmpty);
        return new Case(
                stored.id(),
                parsed.title(),
                String.join("、", facts),
                stored.isPublished(),
                isSearchable,
                hasDraft,
                List.of(),
                parsed.sections().stream().map(Passage::of).toList());
    }

    /** Returns the page. */
    public static DocumentPage of(
            LibraryDocument document,
            DocumentRow row,
            List<Case> cases,
            List<Removed> removed,
            boolean isWaiting,
            String message,
            Frame.AssetUrls assets) {
        boolean hasPages = document.unit().equals("ページ");
        List<Remark> remarks = document.remarks().stream()
                .map(remark -> new Remark(
                        remark.id(),
                        (remark.first() == remark.last() ? "" : remark.first() + "〜") + remark.last() + document.unit(),
                        hasPages ? remark.first() : 0,
                        remark.caseId(),
                        remark.sectionId(),
                        remark.message()))
                .toList();
        return new DocumentPage(
                new Frame(document.name(), SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                row,
                document.unit(),
                document.split(),
                cases,
                removed,
                remarks,
                isWaiting,
                document.hasPageImages(),
                message);
    }
}
