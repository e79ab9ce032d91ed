package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Citation;

/** References in BibTeX format and UTF-8, one for each section. Not thread-safe. */
final class SectionBibtex implements SectionWriter {
    private final Writer out;
    /** In lower case: BibTeX keys are case-insensitive. */
    private final Set<String> keys = new HashSet<>();

    SectionBibtex(OutputStream stream) {
        this.out = Utf8Writers.writer(stream);
    }

    @Override
    public void write(ExportedSection section) throws IOException {
        Citation citation = section.citation();
        List<String> fields = new ArrayList<>();
        add(fields, "title", "{" + escaped(citation.fullTitle()) + "}");
        add(fields, "booktitle", escaped(citation.publication()));
        add(fields, "publisher", escaped(citation.publisher()));
        add(fields, "year", citation.year() == null ? "" : citation.year().toString());
        add(fields, "pages", citation.pages().replace("-", "--"));
        add(fields, "url", url(section.citedUrl()));
        add(fields, "urldate", citation.accessed().toString());
        add(fields, "keywords", escaped(String.join(", ", section.keywords())));
        add(
                fields,
                "note",
                escaped(Stream.of(section.location(), section.note())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("。"))));
        add(fields, "abstract", escaped(String.join(" ", section.paragraphs())));
        add(fields, "langid", "japanese");
        String type = citation.publication().isEmpty() ? "misc" : "incollection";
        out.write("@" + type + "{" + uniqueKey(section.key()) + ",\n" + String.join(",\n", fields) + "\n}\n\n");
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    private String uniqueKey(String key) {
        String free = key;
        for (int copy = 2; !keys.add(free.toLowerCase(Locale.ROOT)); copy++) {
            free = key + "-" + copy;
        }
        return free;
    }

    /** Writes braces as commands: BibTeX requires balanced braces, and counts escaped ones too. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        CleanText.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '%', '&', '#', '_', '$' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** URLs are verbatim except for characters that would end the field. */
    private static String url(String url) {
        return CleanText.line(url)
                .replace("\\", "%5C")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace(" ", "%20");
    }

    /** BibTeX ignores text outside of entries. */
    @Override
    public void finish(String remark) throws IOException {
        if (!remark.isEmpty()) {
            out.write("% ※ " + CleanText.line(remark).replace('@', '＠') + "\n");
        }
        out.flush();
    }
}
