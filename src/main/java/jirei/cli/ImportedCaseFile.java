package jirei.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;
import jirei.corpus.text.StrictUtf8;

/**
 * A case file written by an import. It ends with a comment that holds the hash of the written text and of the source
 * document, so that a later import can detect manual changes and does not overwrite them. Not thread-safe.
 */
final class ImportedCaseFile {
    /** The outcome of writing a file; its lower-case name is used in the report. */
    enum Outcome {
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

        String label() {
            return label;
        }
    }

    /** Suffix of a version written beside an existing file. The corpus reader ignores files with it. */
    static final String BESIDE_SUFFIX = ".new";

    private static final Pattern IMPORT_COMMENT =
            Pattern.compile("\\n*<!-- jirei import: sha256 ([0-9a-f]{64}) document ([0-9a-f]{64}) -->\\n?");

    private final Path target;
    private Path beside;

    ImportedCaseFile(Path target) {
        this.target = target;
        this.beside = beside(1);
    }

    /** Returns whether the file exists and is not in UTF-8, so that the corpus reader rejects it. */
    boolean isMisencoded() throws IOException {
        return Files.exists(target) && !StrictUtf8.isText(Files.readAllBytes(target));
    }

    /** Returns the path of a version that did not replace the file. */
    Path beside() {
        return beside;
    }

    private Path beside(int number) {
        return target.resolveSibling(target.getFileName() + BESIDE_SUFFIX + (number == 1 ? "" : number));
    }

    /** Writes the case that an import made of a document beside the file, which may not exist. */
    Outcome writeBeside(String text, String document) throws IOException {
        return writeBeside(text + importComment(text, document));
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
     * @param document the SHA-256 of the document's bytes, in hexadecimal
     * @param replace whether to overwrite an existing file in any case
     */
    Outcome write(String text, String document, boolean replace) throws IOException {
        return writeUnlessChanged(text, text + importComment(text, document), replace);
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
        if (existing.equals(unixLines(commented)) || existing.equals(unixLines(text))) {
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

    private static String importComment(String text, String document) {
        return "\n<!-- jirei import: sha256 " + hash(text) + " document " + document + " -->\n";
    }

    private static String unixLines(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n");
    }

    private static String hash(String text) {
        return Sha256.of(unixLines(text).stripTrailing());
    }
}
