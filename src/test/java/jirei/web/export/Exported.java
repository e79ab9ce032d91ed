package jirei.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.ShippedThemes;

/** Invented sections and the files written for them. Stateless. */
final class Exported {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final ExportHead HEAD = new ExportHead("「灯台」の検索結果", List.of("2件の記述（1事例）"));

    private Exported() {}

    /** Returns a section of an invented case. */
    static ExportedSection section(String heading, String text) {
        return withNote(heading, text, "");
    }

    static ExportedSection withNote(String heading, String text, String note) {
        var section = new Section(
                "s1",
                SectionKind.SUBSECTION,
                heading,
                "",
                List.of(new Actor("医師会"), new Actor("訪問看護")),
                List.of(ShippedThemes.TRAINING),
                text);
        return ExportedSection.of(
                1, caseOf("灯台の町", section), section, note, "http://localhost:7070/cases/invented-1#s1", DAY);
    }

    /** Returns a section of an invented case that was retold. */
    static ExportedSection retold(String heading, String text) {
        var section = new Section("s1", SectionKind.SUBSECTION, heading, "", List.of(), List.of(), text);
        CaseStudy caseStudy =
                caseOf("灯台の町", section).withSource(new Source("架空の事例集 事例7 みやま町", "架空の会", "", "").retoldBy("語り部"));
        return ExportedSection.of(1, caseStudy, section, "", "http://localhost:7070/cases/invented-1#s1", DAY);
    }

    static CaseStudy caseOf(String title, Section section) {
        return new CaseStudy(
                "invented-1",
                7,
                title,
                "架空の事例集",
                2017,
                Prefecture.NAGANO,
                "みやま町",
                new RegionFigures(
                        "みやま町", Map.of(RegionFigure.AGEING_RATE, new Figure(new BigDecimal("38.50"), "2015年国勢調査"))),
                new Source("架空の事例集 第7号", "架空の会", "https://example.org/7", ""),
                List.of(section));
    }

    static byte[] bytes(ExportFormat format, String remark, ExportedSection... sections) {
        var out = new ByteArrayOutputStream();
        try {
            SectionWriter writer = format.sections(out, HEAD, List.of());
            for (ExportedSection section : sections) {
                writer.write(section);
            }
            writer.finish(remark);
        } catch (IOException e) {
            throw new AssertionError("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    static String text(ExportFormat format, String remark, ExportedSection... sections) {
        return new String(bytes(format, remark, sections), StandardCharsets.UTF_8);
    }
}
