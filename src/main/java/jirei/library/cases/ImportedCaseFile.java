package jirei.library.cases;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;
import jirei.corpus.text.StrictUtf8;

/**
 * A case file written by an import. It ends with a comment that holds the hash of the written text and of the source
 * document, so that a later import can detect manual changes and does not overwrite them. Not thread-safe.
 */
public final class ImportedCaseFile {
    /** The outcome of writing a file; its lower-case name is used in the report. Immutable. */
    public enum Outcome {
        /** The file did not exist. */
        WRITTEN("書いた"),
        /** The file exists with the same text. */
        UNCHANGED("変わらない"),
        /**
         * The file was not changed by hand, and the same document now gives a different text; or replacing was
         * requested.
         */
        REPLACED("置き換えた"),
        /** The file was changed by hand, and the import gives the same text as before. */
        KEPT("手直しを残した"),
        /** The file was changed by hand or comes from another document; the new text was written beside it. */
        BESIDE("横に書いた");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** Returns the outcome in Japanese. */
        public String label() {
            return label;
        }
    }

    /** Suffix of a version written beside an existing file. The corpus reader ignores files with it. */
    static final String BESIDE_SUFFIX = ".new";

    private static final Pattern IMPORT_COMMENT = Pattern.compile(
            "\\n*<!-- jirei import: sha256 ([0-9a-f]{64}) document ([0-9a-f]{64})(?: from \"([^\"\\n]*)\")? -->\\n?");

    /**
     * A document from which cases are imported. Immutable.
     *
     * @param sha256 the SHA-256 of its bytes, in hexadecimal
     * @param path its path from the folder that was imported, or from that of the file, separated by {@code /}; empty if
     *     unknown
     */
    public record Origin(String sha256, String path) {
        /** Replaces the characters that the comment in a case file cannot have. */
        public Origin {
            path = path.replaceAll("[\\p{Cntrl}\"]", "_").replace("--", "－－");
        }

        /** Returns whether both may be versions of one document: their paths are the same as far as they are known. */
        boolean hasPathOf(Origin other) {
            return endsWith(path, other.path) || endsWith(other.path, path);
        }

        private static boolean endsWith(String path, String end) {
            return ("/" + path).endsWith(end.isEmpty() ? "" : "/" + end);
        }
    }

    private static final Pattern FILE_FIELD = Pattern.compile("(?m)^  (?:file|sha256): .*\\n");

    private final Path target;
    private Path beside;

    /** Creates a view of the file {@code target}, which need not exist. */
    public ImportedCaseFile(Path target) {
        this.target = target;
        this.beside = beside(1);
    }

    /** Returns whether the file exists and is not in UTF-8, so that the corpus reader rejects it. */
    public boolean isMisencoded() throws IOException {
        return Files.exists(target) && !StrictUtf8.isText(Files.readAllBytes(target));
    }

    /** Returns the document from which the file was imported; empty if it does not exist or was written by hand. */
    Optional<Origin> origin() throws IOException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        Matcher comment = IMPORT_COMMENT.matcher(
                new String(Files.readAllBytes(target), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        return comment.find()
                ? Optional.of(new Origin(comment.group(2), comment.group(3) == null ? "" : comment.group(3)))
                : Optional.empty();
    }

    /** Returns the path of a version that did not replace the file. */
    Path beside() {
        return beside;
    }

    private Path beside(int number) {
        return target.resolveSibling(target.getFileName() + BESIDE_SUFFIX + (number == 1 ? "" : number));
    }

    /** Writes the case that an import made of a document beside the file, which may not exist. */
    Outcome writeBeside(String text, Origin document) throws IOException {
        return writeBeside(withComment(text, document));
    }

    /**
     * Writes a version beside the file. A version from an earlier import is replaced, unless it was changed by hand.
     */
    private Outcome writeBeside(String text) throws IOException {
        int number = 1;
        while (Files.exists(beside(number)) && !canReplace(beside(number), text)) {
            number++;
        }
        beside = beside(number);
        AtomicFile.write(beside, text);
        return Outcome.BESIDE;
    }

    private static boolean canReplace(Path earlier, String text) throws IOException {
        try {
            String existing = unixLines(Files.readString(earlier));
            return existing.equals(unixLines(text)) || isUntouched(existing);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isUntouched(String existing) {
        Matcher comment = IMPORT_COMMENT.matcher(existing);
        return comment.find() && hash(comment.replaceFirst("\n")).equals(comment.group(1));
    }

    /**
     * Writes the case that an import made of a document, unless manual changes would be lost.
     *
     * @param text the case as Markdown
     * @param document the document
     * @param replace whether to overwrite an existing file in any case
     */
    public Outcome write(String text, Origin document, boolean replace) throws IOException {
        return writeUnlessChanged(text, withComment(text, document), replace);
    }

    /** Writes a case file made by a person unchanged, without the import comment. */
    Outcome copy(String text, boolean replace) throws IOException {
        return writeUnlessChanged(text, text, replace);
    }

    private Outcome writeUnlessChanged(String text, String commented, boolean replace) throws IOException {
        if (!Files.exists(target)) {
            AtomicFile.write(target, commented);
            return Outcome.WRITTEN;
        }
        // malformed bytes are replaced: a file saved in another encoding than UTF-8 was changed by hand
        String existing = unixLines(new String(Files.readAllBytes(target), StandardCharsets.UTF_8));
        boolean isSame = withoutPath(existing).equals(withoutPath(unixLines(commented)));
        if (isSame || existing.equals(unixLines(text))) {
            return Outcome.UNCHANGED;
        }
        if (replace) {
            AtomicFile.write(target, commented);
            return Outcome.REPLACED;
        }
        return keepManualChanges(existing, text, commented);
    }

    private Outcome keepManualChanges(String existing, String text, String commented) throws IOException {
        Matcher comment = IMPORT_COMMENT.matcher(existing);
        Matcher newComment = IMPORT_COMMENT.matcher(commented);
        if (comment.find() && newComment.find()) {
            boolean isSameDocument = comment.group(2).equals(newComment.group(2));
            if (isSameDocument && isUntouched(existing)) {
                AtomicFile.write(target, commented);
                return Outcome.REPLACED;
            }
            if (comment.group(1).equals(hash(text))) {
                return Outcome.KEPT;
            }
        }
        return writeBeside(commented);
    }

    /** Returns the text of a case file that an import made of {@code document}, with the comment at its end. */
    public static String withComment(String text, Origin document) {
        String path = document.path().isEmpty() ? "" : " from \"" + document.path() + "\"";
        return text + "\n<!-- jirei import: sha256 " + hash(text) + " document " + document.sha256() + path + " -->\n";
    }

    /** Returns the text of a case file without the path of the document, which may have been moved. */
    private static String withoutPath(String text) {
        return IMPORT_COMMENT.matcher(text).replaceFirst("\n$1 $2");
    }

    private static String unixLines(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n");
    }

    /** Returns the hash of a case file, which does not depend on the name and hash of the document. */
    private static String hash(String text) {
        return Sha256.of(FILE_FIELD.matcher(unixLines(text)).replaceAll("").stripTrailing());
    }
}
