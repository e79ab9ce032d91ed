package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;

/** Builds an invented document in the 見える化 layout, as extracted from a PDF. */
public final class Pages {
    /** Line widths of leads and other texts, in full-width characters. */
    private static final int LEAD = 40;

    private static final int TEXT = 38;
    private static final int BOX = 37;
    private static final int FOOT = 32;
    private static final int PHOTOGRAPH = 14;

    private final List<String> lines = new ArrayList<>();

    /** Adds a front page with the highlights {@code headings}, each with its own text. */
    public Pages front(String... headings) {
        lines("〈島根県〉 ").lines("みさき市").lines("港と山をつなぐ", "見守りの輪 ");
        for (String heading : headings) {
            lines.add("");
            lines.add("● " + heading);
            lines.add(heading + "ことが評判");
        }
        return lines("1").lines("みさき市   のここがすごい！ ");
    }

    /** Adds consecutive lines. */
    Pages lines(String... together) {
        lines.add("");
        lines.addAll(List.of(together));
        return this;
    }

    /** Adds lines at the top of a new page: extraction leaves a space and no blank line. */
    Pages page(String first, String... together) {
        lines.add(" " + first);
        lines.addAll(List.of(together));
        return this;
    }

    public Pages lead(String paragraph) {
        return withBlankLines("　" + paragraph, LEAD);
    }

    /** Adds a paragraph with blank lines between its lines. */
    Pages text(String paragraph) {
        return withBlankLines("　" + paragraph, TEXT);
    }

    /** Adds a continuation of a text: not indented. */
    Pages more(String rest) {
        return withBlankLines(rest, TEXT);
    }

    /** Adds a box, which has no blank lines. */
    Pages box(String paragraph) {
        return close("　" + paragraph, BOX);
    }

    /** Adds a box whose first line is not indented. */
    Pages boxAtMargin(String paragraph) {
        return close(paragraph, BOX);
    }

    /** Adds a text of the narrow columns at the end of a case. */
    Pages foot(String paragraph) {
        return close(paragraph, FOOT);
    }

    Pages caption(String label, String said) {
        lines.add("");
        lines.add(label + "　 　");
        lines.addAll(wrap(said, PHOTOGRAPH));
        return this;
    }

    Pages footLabels() {
        return lines("関係機関の", "役割").lines("その他の", "活動情報").lines("地　域", "DATA");
    }

    Pages region() {
        return lines(
                "〈みさき市〉",
                "面　積：12.30k㎡",
                "人口（2015年国勢調査）：4,567人",
                "高齢化率（2015年、65歳以上）：40.10％",
                "一般診療所数（2017年10月現在）：3",
                "病院数（2017年10月現在）：1");
    }

    public Pages notice() {
        return lines("※本誌の記事の無断転載を禁じます");
    }

    private Pages withBlankLines(String text, int width) {
        wrap(text, width).forEach(this::lines);
        return this;
    }

    private Pages close(String text, int width) {
        lines.add("");
        lines.addAll(wrap(text, width));
        return this;
    }

    private static List<String> wrap(String text, int width) {
        List<String> wrap = new ArrayList<>();
        for (int from = 0; from < text.length(); from += width) {
            wrap.add(text.substring(from, Math.min(text.length(), from + width)));
        }
        return wrap;
    }

    public List<String> asLines() {
        return List.copyOf(lines);
    }

    ImportResult read() {
        return MierukaReader.read(lines, Lexicon.shipped());
    }

    CaseStudy readCase() {
        return read().cases().getFirst();
    }

    static Section section(CaseStudy caseStudy, String id) {
        return caseStudy
                .section(id)
                .orElseThrow(() -> new AssertionError("no section " + id + " in "
                        + caseStudy.sections().stream().map(Section::id).toList()));
    }

    static List<String> texts(CaseStudy caseStudy, SectionKind kind) {
        return caseStudy.sections().stream()
                .filter(section -> section.kind() == kind)
                .map(Section::text)
                .toList();
    }

    static List<String> headings(CaseStudy caseStudy, SectionKind kind) {
        return caseStudy.sections().stream()
                .filter(section -> section.kind() == kind)
                .map(Section::heading)
                .toList();
    }
}
