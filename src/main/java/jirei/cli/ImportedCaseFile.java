package jirei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.AtomicFile;

/**
 * A case file as an import leaves it, with a comment that says what was written and from which document: so a later import
 * knows whether a person has changed it since.
 */
final class ImportedCaseFile {
    /** What came of writing. */
    enum Outcome {
        WRITTEN("書いた"),
        /** The file stands there already, to the letter. */
        UNCHANGED("変わらない"),
        /** Nobody had changed the file, and the same document now gives another one. */
        REPLACED("置き換えた"),
        /** A person has changed the file, and the import gives what it gave before. */
        KEPT("手直しを残した"),
        /** A person has changed the file, or another document wrote it: the new one stands beside it. */
        BESIDE("横に書いた");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Not read as a case, and easy to find beside one. */
    static final String BESIDE_ENDING = ".new";

    private static final Pattern MARK =
            Pattern.compile("\\n*<!-- jirei import: sha256 ([0-9a-f]{64}) document ([0-9a-f]{64}) -->\\n?");

    private final Path target;

    ImportedCaseFile(Path target) {
        this.target = target;
    }

    /** Where a version stands that didn't replace the file. */
    Path beside() {
        return target.resolveSibling(target.getFileName() + BESIDE_ENDING);
    }

    /**
     * Writes what an import made of a document, unless a person's work would be lost.
     *
     * @param document the SHA-256 of the document's bytes
     * @param replaces whether to write whatever stands there
     */
    Outcome write(String text, String document, boolean replaces) throws IOException {
        return keepOrPut(text, text + mark(text, document), replaces);
    }

    /** Writes a case file that a person made, without a comment. */
    Outcome copy(String text, boolean replaces) throws IOException {
        return keepOrPut(text, text, replaces);
    }

    private Outcome keepOrPut(String text, String marked, boolean replaces) throws IOException {
        if (!Files.exists(target)) {
            AtomicFile.write(target, marked);
            return Outcome.WRITTEN;
        }
        String there = unixLines(Files.readString(target));
        if (there.equals(unixLines(marked)) || there.equals(unixLines(text))) {
            return Outcome.UNCHANGED;
        }
        if (replaces) {
            AtomicFile.write(target, marked);
            return Outcome.REPLACED;
        }
        return besideOthersWork(there, text, marked);
    }

    private Outcome besideOthersWork(String there, String text, String marked) throws IOException {
        Matcher mark = MARK.matcher(there);
        Matcher newMark = MARK.matcher(marked);
        if (mark.find() && newMark.find()) {
            boolean isSameDocument = mark.group(2).equals(newMark.group(2));
            boolean isUntouched = hash(mark.replaceFirst("\n")).equals(mark.group(1));
            if (isUntouched && isSameDocument) {
                AtomicFile.write(target, marked);
                return Outcome.REPLACED;
            }
            if (mark.group(1).equals(hash(text))) {
                return Outcome.KEPT;
            }
        }
        AtomicFile.write(beside(), marked);
        return Outcome.BESIDE;
    }

    private static String mark(String text, String document) {
        return "\n<!-- jirei import: sha256 " + hash(text) + " document " + document + " -->\n";
    }

    private static String unixLines(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n");
    }

    private static String hash(String text) {
        byte[] bytes = unixLines(text).stripTrailing().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The algorithm that fingerprints are made with. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
