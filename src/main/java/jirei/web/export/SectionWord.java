package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.web.page.MarkedText;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * A Word document: a table of all sections, and each section with its passages, its link and its citation. Holds the
 * document in memory, so it ends after {@value #MAX_SECTIONS} sections. Not thread-safe.
 */
final class SectionWord implements SectionWriter {
    static final int MAX_SECTIONS = 1_000;

    private static final List<Column> COLUMNS = List.of(
            new Column("番号", 9),
            new Column("地域", 18),
            new Column("事例", 31),
            new Column("記述", 34),
            new Column("種別", 12));

    private final OutputStream out;
    private final WordFile file = new WordFile(false);
    private final XWPFTable table;
    private int sections;

    SectionWord(OutputStream stream, ExportHead head) {
        this.out = stream;
        file.head(head);
        file.heading(2, "一覧");
        table = file.table(COLUMNS);
    }

    @Override
    public void write(ExportedSection section) {
        sections++;
        if (sections > MAX_SECTIONS) {
            return;
        }
        String title = section.caseStudy().title();
        WordFile.row(
                table,
                List.of(
                        Integer.toString(section.rank()),
                        section.location(),
                        title,
                        section.heading(),
                        section.kind()));
        file.heading(2, section.rank() + ". " + (section.heading().isEmpty() ? title : section.heading()));
        file.subheading(Stream.of(section.location(), section.heading().isEmpty() ? "" : title, section.kind())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　")));
        passages(section).forEach(file::text);
        labelled("主体", String.join("、", section.actors()));
        labelled("テーマ", String.join("、", section.themes()));
        section.facets().values().forEach((facet, values) -> labelled(facet.label(), String.join("、", values)));
        labelled("メモ", section.note());
        labelled("出典", section.citation().sist02());
        file.link(section.url());
    }

    private static List<MarkedText> passages(ExportedSection section) {
        return section.passages().isEmpty()
                ? section.paragraphs().stream().map(MarkedText::plain).toList()
                : section.passages();
    }

    private void labelled(String label, String text) {
        file.small(text.isEmpty() ? "" : label + "：" + text);
    }

    @Override
    public void finish(String remark) throws IOException {
        try (file) {
            if (sections > MAX_SECTIONS) {
                file.small("※ Word のファイルに入るのは、はじめの1,000件までです。全件は CSV か Excel に書き出してください。");
            }
            file.small(remark.isEmpty() ? "" : "※ " + remark);
            file.write(out);
        }
    }
}
