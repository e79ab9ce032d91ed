package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;

/** The file formats for sections and tables. Immutable. */
public enum ExportFormat {
    CSV("csv", "CSV", "text/csv; charset=utf-8"),
    XLSX("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    WORD("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    MARKDOWN("md", "Markdown", "text/markdown; charset=utf-8"),
    RIS("ris", "RIS", "application/x-research-info-systems; charset=utf-8"),
    BIBTEX("bib", "BibTeX", "application/x-bibtex; charset=utf-8");

    /** The formats for tables. */
    public static final List<ExportFormat> OF_TABLES = List.of(CSV, XLSX, WORD, MARKDOWN);

    private final String id;
    private final String label;
    private final String contentType;

    ExportFormat(String id, String label, String contentType) {
        this.id = id;
        this.label = label;
        this.contentType = contentType;
    }

    /** The id in URLs, which is also the file name extension. */
    public String id() {
        return id;
    }

    /** The name shown to users. */
    public String label() {
        return label;
    }

    /** The content type. */
    public String contentType() {
        return contentType;
    }

    /** Returns the format with the id {@code id}; empty for any other text. */
    public static Optional<ExportFormat> named(String id) {
        return Stream.of(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /**
     * Opens a writer for sections on {@code out}, which it does not close.
     *
     * @param facets the facets that the corpus declares; each is a column of a table
     * @throws IOException if writing fails
     */
    public SectionWriter sections(OutputStream out, ExportHead head, List<OwnFacet> facets) throws IOException {
        return switch (this) {
            case CSV, XLSX ->
                new SectionTable(table(out, head, SectionTable.columns(facets), SectionTable.FROZEN_COLUMNS), facets);
            case WORD -> new SectionWord(out, head);
            case MARKDOWN -> new SectionMarkdown(out, head);
            case RIS -> new SectionRis(out);
            case BIBTEX -> new SectionBibtex(out);
        };
    }

    /**
     * Opens a writer for one table on {@code out}, which it does not close.
     *
     * @param frozenColumns the number of leading columns that stay visible, in formats that support it
     * @throws IllegalArgumentException if the format has no tables
     * @throws IOException if writing fails
     */
    public TableWriter table(OutputStream out, ExportHead head, List<Column> columns, int frozenColumns)
            throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out, columns);
            case XLSX -> new XlsxTable(out, head, columns, frozenColumns);
            case WORD -> new WordTable(out, head, columns);
            case MARKDOWN -> new MarkdownTable(out, head, columns);
            case RIS, BIBTEX -> throw new IllegalArgumentException("a table cannot be written as " + label);
        };
    }
}
