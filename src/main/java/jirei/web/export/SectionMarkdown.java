package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;

/** A Markdown document with heading, quoted text and citation of each section. Not thread-safe. */
final class SectionMarkdown implements SectionWriter {
    private final Writer out;

    SectionMarkdown(OutputStream stream, ExportHead head) throws IOException {
        this.out = Utf8Writers.writer(stream);
        writeHead(out, head);
    }

    static void writeHead(Writer out, ExportHead head) throws IOException {
        out.write("# " + Markdown.line(head.title()) + "\n\n");
        for (String fact : head.facts()) {
            out.write("- " + Markdown.line(fact) + "\n");
        }
        out.write("\n");
    }

    @Override
    public void write(ExportedSection section) throws IOException {
        String title = section.caseStudy().title();
        String heading = section.heading().isEmpty() ? title : section.heading();
        out.write("## " + section.rank() + "\\. " + Markdown.line(heading) + "\n\n");
        fact("事例", title);
        fact("場所", section.location());
        fact("種別", section.kind());
        fact("主体", String.join("、", section.actors()));
        fact("テーマ", String.join("、", section.themes()));
        for (var facet : section.facets().values().entrySet()) {
            fact(Markdown.line(facet.getKey().label()), String.join("、", facet.getValue()));
        }
        fact("メモ", section.note());
        out.write("- リンク: " + Markdown.link(section.url(), section.url()) + "\n");
        out.write("\n");
        writeQuotation(section.paragraphs());
        out.write("出典: " + Markdown.line(section.citation().sist02()) + "\n\n");
    }

    private void fact(String label, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write("- " + label + ": " + Markdown.line(text) + "\n");
        }
    }

    private void writeQuotation(List<String> paragraphs) throws IOException {
        for (int at = 0; at < paragraphs.size(); at++) {
            out.write((at == 0 ? "> " : ">\n> ") + Markdown.line(paragraphs.get(at)) + "\n");
        }
        if (!paragraphs.isEmpty()) {
            out.write("\n");
        }
    }

    @Override
    public void finish(String remark) throws IOException {
        if (!remark.isEmpty()) {
            out.write("※ " + Markdown.line(remark) + "\n");
        }
        out.flush();
    }
}
