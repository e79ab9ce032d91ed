package jirei.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jirei.intake.layout.ImportWarning;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.OcrSettings;
import org.jspecify.annotations.Nullable;

/**
 * The messages between {@link IntakeProcess} and {@link IntakeWorker}: one line each, of fields separated by tabs. A
 * {@link Setup} comes first, then each {@link Request} is answered by replies up to {@link Kind#END}. A
 * {@link PageWorker} has no setup, and answers each {@link PageRequest} by one reply. Stateless.
 *
 * <p>Written by hand, since a JSON mapper takes as long to start as all the rest of a small import.
 */
final class WorkerMessages {
    /** Start of a line with a message; every other line is output of a library and is ignored. */
    private static final String PREFIX = "jirei-intake:";

    private static final String SEPARATOR = "\t";

    private WorkerMessages() {}

    /**
     * The settings of a worker.
     *
     * @param lexicon the folder of the lexicon
     * @param seconds maximum time for a document
     * @param split where the cases of a document start, as {@link jirei.intake.separation.SplitRule#of} reads it
     * @param columns the columns of spreadsheets chosen by the user, see {@link jirei.intake.table.ColumnChoice#parse}
     * @param ocr the settings of OCR
     * @param stems the id prefixes that earlier workers of the same import have assigned
     */
    record Setup(String lexicon, long seconds, String split, String columns, OcrSettings ocr, List<String> stems) {
        String line() {
            List<Object> fields = new ArrayList<>(List.of(lexicon, seconds, split, columns));
            fields.addAll(
                    List.of(ocr.mode(), ocr.program(), ocr.jobs(), ocr.perPage().toSeconds()));
            fields.addAll(stems);
            return WorkerMessages.line(fields);
        }

        static Setup of(Iterator<String> fields) {
            return new Setup(
                    fields.next(),
                    Long.parseLong(fields.next()),
                    fields.next(),
                    fields.next(),
                    ocrSettings(fields),
                    rest(fields));
        }

        private static OcrSettings ocrSettings(Iterator<String> fields) {
            return new OcrSettings(
                    OcrMode.valueOf(fields.next()),
                    fields.next(),
                    number(fields),
                    Duration.ofSeconds(Long.parseLong(fields.next())));
        }
    }

    /**
     * A file to be read.
     *
     * @param path its path
     * @param name its name for messages
     * @param from number of documents to skip, if the file is an archive; else 0
     * @param isAlone whether its ids do not depend on the documents before
     */
    record Request(String path, String name, int from, boolean isAlone) {
        String line() {
            return WorkerMessages.line(List.of(path, name, from, isAlone));
        }

        static Request of(Iterator<String> fields) {
            return new Request(fields.next(), fields.next(), number(fields), Boolean.parseBoolean(fields.next()));
        }
    }

    /**
     * A page to be shown.
     *
     * @param path the path of the document
     * @param name the name of the document for messages
     * @param page the page, from 1
     * @param dpi the resolution of the image in dots per inch; 0 for the text
     * @param target the file to be written
     */
    record PageRequest(String path, String name, int page, int dpi, String target) {
        String line() {
            return WorkerMessages.line(List.of(path, name, page, dpi, target));
        }

        static PageRequest of(Iterator<String> fields) {
            return new PageRequest(fields.next(), fields.next(), number(fields), number(fields), fields.next());
        }
    }

    /** The kind of a reply. */
    enum Kind {
        /** The worker has started. */
        READY,
        /** A document is being read. */
        BEGIN,
        /** The file of the request, announced by the last {@link #BEGIN}, is an archive. */
        ARCHIVE,
        /** The printed text of a number of the pages of the document was read. */
        PRINTED,
        /** A number of the pages of the document were read by OCR. */
        PAGES,
        /** A document was read. */
        READ,
        /** A document cannot be read. */
        UNREADABLE,
        /** The request is done. */
        END
    }

    /**
     * A reply of the worker.
     *
     * @param name the name of the document; else empty
     * @param problem the sentence of {@link Kind#UNREADABLE}; else empty
     * @param documents number of documents of {@link Kind#ARCHIVE}, or pages of {@link Kind#PRINTED} and {@link Kind#PAGES} that are to be read;
     *     else 0
     * @param done number of pages of {@link Kind#PRINTED} and {@link Kind#PAGES} that were read; else 0
     * @param stems the id prefixes that were assigned to the document
     * @param document the result of {@link Kind#READ}; else null
     */
    record Reply(
            Kind kind,
            String name,
            String problem,
            int documents,
            int done,
            List<String> stems,
            @Nullable ReadDocument document) {
        static Reply of(Kind kind, String name) {
            return new Reply(kind, name, "", 0, 0, List.of(), null);
        }

        String line() {
            List<Object> fields = new ArrayList<>(List.of(kind, name, problem, documents, done));
            if (document != null) {
                addDocument(document, fields);
            }
            fields.addAll(stems);
            return WorkerMessages.line(fields);
        }

        static Reply of(Iterator<String> fields) {
            Kind kind = Kind.valueOf(fields.next());
            String name = fields.next();
            String problem = fields.next();
            int documents = number(fields);
            int done = number(fields);
            ReadDocument document = kind == Kind.READ ? readDocument(name, fields) : null;
            return new Reply(kind, name, problem, documents, done, rest(fields), document);
        }
    }

    private static void addDocument(ReadDocument document, List<Object> fields) {
        fields.addAll(List.of(document.sha256(), document.unit(), document.isCaseFile(), document.hasOwnIds()));
        fields.add(document.cases().size());
        for (ReadDocument.ReadCase one : document.cases()) {
            fields.addAll(List.of(one.id(), one.title(), one.place(), one.sections(), one.markdown()));
        }
        fields.add(document.warnings().size());
        for (ImportWarning warning : document.warnings()) {
            fields.addAll(List.of(
                    warning.firstLine(),
                    warning.lastLine(),
                    warning.caseId(),
                    warning.sectionId(),
                    warning.field(),
                    warning.message()));
        }
    }

    private static ReadDocument readDocument(String name, Iterator<String> fields) {
        String sha256 = fields.next();
        String unit = fields.next();
        boolean isCaseFile = Boolean.parseBoolean(fields.next());
        boolean hasOwnIds = Boolean.parseBoolean(fields.next());
        List<ReadDocument.ReadCase> cases = new ArrayList<>();
        for (int left = number(fields); left > 0; left--) {
            cases.add(new ReadDocument.ReadCase(
                    fields.next(), fields.next(), fields.next(), number(fields), fields.next()));
        }
        List<ImportWarning> warnings = new ArrayList<>();
        for (int left = number(fields); left > 0; left--) {
            warnings.add(new ImportWarning(
                    number(fields), number(fields), fields.next(), fields.next(), fields.next(), fields.next()));
        }
        return new ReadDocument(name, sha256, unit, isCaseFile, hasOwnIds, cases, warnings);
    }

    private static int number(Iterator<String> fields) {
        return Integer.parseInt(fields.next());
    }

    private static List<String> rest(Iterator<String> fields) {
        List<String> rest = new ArrayList<>();
        fields.forEachRemaining(rest::add);
        return rest;
    }

    /** Returns the fields as a line that starts after anything a library has written without a line terminator. */
    private static String line(List<Object> fields) {
        return fields.stream()
                .map(field -> escape(field.toString()))
                .collect(Collectors.joining(SEPARATOR, "\n" + PREFIX, "\n"));
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\")
                .replace(SEPARATOR, "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Returns the fields of the message in {@code line}; empty if it has none. */
    static Optional<Iterator<String>> fields(String line) {
        return line.startsWith(PREFIX)
                ? Optional.of(Arrays.stream(line.substring(PREFIX.length()).split(SEPARATOR, -1))
                        .map(String::translateEscapes)
                        .iterator())
                : Optional.empty();
    }
}
