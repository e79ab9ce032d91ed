package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which sections and tables leave the program. */
public enum ExportFormat {
    CSV("csv", "CSV", "text/csv; charset=utf-8"),
    XLSX("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    MARKDOWN("md", "Markdown", "text/markdown; charset=utf-8"),
    RIS("ris", "RIS", "application/x-research-info-systems; charset=utf-8"),
    BIBTEX("bib", "BibTeX", "application/x-bibtex; charset=utf-8");

    /** The forms that a table can have. */
    public static final List<ExportFormat> OF_TABLES = List.of(CSV, XLSX, MARKDOWN);

    private final String id;
    private final String label;
    private final String contentType;

    ExportFormat(String id, String label, String contentType) {
        this.id = id;
        this.label = label;
        this.contentType = contentType;
    }

    /** The name in URLs and the ending of the file's name. */
    public String id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** The content type over HTTP. */
    public String contentType() {
        return contentType;
    }

    /** The form with the id {@code id}; empty for any other text. */
    public static Optional<ExportFormat> named(String id) {
        return Stream.of(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /**
     * Begins a file of sections on {@code out}, which stays open.
     *
     * @throws IOException if nobody takes it
     */
    public SectionWriter sections(OutputStream out, ExportHead head) throws IOException {
        return switch (this) {
            case CSV, XLSX -> new SectionTable(table(out, head, SectionTable.columns(), SectionTable.FROZEN));
            case MARKDOWN -> new SectionMarkdown(out, head);
            case RIS -> new SectionRis(out);
            case BIBTEX -> new SectionBibtex(out);
        };
    }

    /**
     * Begins a file with one table on {@code out}, which stays open.
     *
     * @param frozenColumns how many of the first columns stay in sight where the form knows such a thing
     * @throws IllegalArgumentException if a table can't have this form
     * @throws IOException if nobody takes it
     */
    public TableWriter table(OutputStream out, ExportHead head, List<Column> columns, int frozenColumns)
            throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out, columns);
            case XLSX -> new XlsxTable(out, head, columns, frozenColumns);
            case MARKDOWN -> new MarkdownTable(out, head, columns);
            case RIS, BIBTEX -> throw new IllegalArgumentException("a table can't be written as " + label);
        };
    }
}
