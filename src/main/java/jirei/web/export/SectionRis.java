package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jirei.cases.Citation;

/**
 * References in RIS format for reference managers, one for each section and one line for each value. Not thread-safe.
 */
final class SectionRis implements SectionWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    private final Writer out;

    SectionRis(OutputStream stream) {
        this.out = Utf8Writers.writer(stream);
    }

    @Override
    public void write(ExportedSection section) throws IOException {
        Citation citation = section.citation();
        tag("TY", citation.publication().isEmpty() ? "GEN" : "CHAP");
        tag("ID", section.key());
        tag("TI", citation.fullTitle());
        tag("T2", citation.publication());
        tag("PB", citation.publisher());
        tag("PY", citation.year() == null ? "" : citation.year().toString());
        for (String keyword : section.keywords()) {
            tag("KW", keyword);
        }
        tag("AB", String.join(" ", section.paragraphs()));
        tag("N1", section.location());
        tag("N1", section.note());
        tag("SP", citation.firstPage());
        tag("EP", citation.lastPage());
        tag("UR", section.citedUrl());
        if (!citation.url().isEmpty()) {
            tag("L2", section.url());
        }
        tag("Y2", DATE.format(citation.accessed()));
        tag("LA", "ja");
        end();
    }

    private void tag(String name, String value) throws IOException {
        String line = CleanText.line(value);
        if (!line.isEmpty()) {
            out.write(name + "  - " + line + "\r\n");
        }
    }

    private void end() throws IOException {
        out.write("ER  - \r\n\r\n");
    }

    /** RIS has no comments, so the remark becomes a reference of its own. */
    @Override
    public void finish(String remark) throws IOException {
        if (!remark.isEmpty()) {
            tag("TY", "GEN");
            tag("TI", "※ " + remark);
            end();
        }
        out.flush();
    }
}
