package jirei.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.document.DocumentReader;
import jirei.intake.layout.CaseIds;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.LayoutReader;
import jirei.intake.mieruka.MierukaReader;
import jirei.intake.ocr.Ocr;
import jirei.intake.outline.OutlineReader;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Budget;
import jirei.intake.source.Format;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.table.ColumnChoice;

/**
 * Converts source documents to cases and assigns actors and themes by the rules of the lexicon.
 *
 * <p>The reader is selected by the content of a file: case files are imported unchanged, known layouts have a reader of
 * their own, and all other documents are divided by their headings. The ids of one intake are unique. Not thread-safe.
 */
public final class Intake {
    private static final List<LayoutReader> LAYOUTS = List.of(new MierukaReader());

    private final Lexicon lexicon;
    private final CaseFileImporter caseFiles;
    private final OutlineReader outline;
    private final TableImporter tables;
    private final Duration perDocument;
    private final Ocr ocr;
    private final Set<String> stems;

    Lexicon lexicon() {
        return lexicon;
    }

    /** Creates an intake with the vocabularies of {@code lexicon}. */
    public Intake(Lexicon lexicon) {
        this(lexicon, ColumnChoice.NONE);
    }

    /**
     * Creates an intake with the vocabularies of {@code lexicon}.
     *
     * @param columns the columns of spreadsheets chosen by the user
     */
    public Intake(Lexicon lexicon, ColumnChoice columns) {
        this(lexicon, Limits.MAX_DOCUMENT_TIME, SplitRule.AUTOMATIC, columns, Ocr.off(), new HashSet<>());
    }

    /**
     * Creates an intake that continues another one.
     *
     * @param perDocument maximum time for a document
     * @param split where the cases of a document start
     * @param columns the columns of spreadsheets chosen by the user
     * @param ocr reads the pages that are pictures
     * @param stems the id prefixes assigned so far, to which those of the documents read are added
     */
    Intake(Lexicon lexicon, Duration perDocument, SplitRule split, ColumnChoice columns, Ocr ocr, Set<String> stems) {
        this.lexicon = lexicon;
        this.perDocument = perDocument;
        this.ocr = ocr;
        this.stems = stems;
        this.caseFiles = new CaseFileImporter(lexicon);
        this.outline = new OutlineReader(lexicon, split);
        this.tables = new TableImporter(lexicon, columns);
    }

    /** Reads a single document, as {@link #read(SourceFile)}. */
    public static ImportResult read(Path file, Lexicon lexicon) throws IOException, SourceFormatException {
        return new Intake(lexicon).read(SourceFile.of(file));
    }

    /**
     * Reads the cases of a source document.
     *
     * @throws IOException if {@code file} cannot be read
     * @throws SourceFormatException if its format is not supported, or it is damaged, too large or without text
     */
    public ImportResult read(SourceFile file) throws IOException, SourceFormatException {
        Format format = DocumentReader.format(file);
        var budget = new Budget(perDocument);
        return switch (format) {
            case CASE_MARKDOWN -> caseFiles.markdown(file);
            case CASE_LINES -> caseFiles.lines(file);
            case ZIP -> throw new SourceFormatException("「" + file.name() + "」はZIPの中のZIPです。展開してから取り込んでください。");
            case EXCEL, OLD_EXCEL, OPEN_SPREADSHEET -> readSpreadsheet(file, format, budget);
            case TEXT, MARKDOWN -> readText(file, format, budget);
            default -> read(DocumentReader.read(file, format, budget, ocr), file);
        };
    }

    private ImportResult readSpreadsheet(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        TableImporter.Content content = tables.spreadsheet(file, format, budget, () -> idStem(file));
        return content.cases().isPresent() ? content.cases().get() : outline.read(content.text(), idStem(file));
    }

    private ImportResult readText(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        Optional<ImportResult> cases = tables.text(file, budget, () -> idStem(file));
        return cases.isPresent() ? cases.get() : read(DocumentReader.read(file, format, budget, ocr), file);
    }

    private ImportResult read(SourceDocument document, SourceFile file) throws SourceFormatException {
        for (LayoutReader layout : LAYOUTS) {
            if (layout.accepts(document)) {
                return withRemarks(markedByOcr(layout.read(document, lexicon), document), document);
            }
        }
        return withRemarks(outline.read(document, idStem(file)), document);
    }

    /** Marks all sections if pages of the document were read by OCR: a layout that is read by lines has no pages. */
    private static ImportResult markedByOcr(ImportResult result, SourceDocument document) {
        if (document.ocrConfidence().isEmpty()) {
            return result;
        }
        int confidence = (int) Math.round(document.ocrConfidence().values().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0));
        List<CaseStudy> cases = result.cases().stream()
                .map(caseStudy -> caseStudy.withSections(caseStudy.sections().stream()
                        .map(section -> section.readByOcr(confidence))
                        .toList()))
                .toList();
        return new ImportResult(cases, result.warnings(), result.unit(), result.caseFile());
    }

    /** Adds the remarks on the document, whose positions a layout that is read by lines does not have. */
    private static ImportResult withRemarks(ImportResult result, SourceDocument document) {
        boolean hasSamePlaces = result.unit().equals(document.unit());
        List<ImportWarning> warnings = new ArrayList<>(result.warnings());
        for (SourceDocument.Remark remark : document.remarks()) {
            int place = hasSamePlaces ? remark.place() : 1;
            String message =
                    hasSamePlaces ? remark.message() : remark.place() + document.unit() + "：" + remark.message();
            warnings.add(new ImportWarning(place, place, "", "", message));
        }
        return new ImportResult(result.cases(), warnings, result.unit(), result.caseFile());
    }

    /**
     * Returns the id prefix of a document: its name, with a hash of its path if an earlier document has the same
     * name.
     */
    private String idStem(SourceFile file) {
        String stem = CaseIds.stem(file.stem());
        if (stems.add(stem)) {
            return stem;
        }
        String unique = stem + "-" + CaseIds.hash(file.name());
        stems.add(unique);
        return unique;
    }
}
