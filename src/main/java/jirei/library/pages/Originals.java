package jirei.library.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.Source;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;

/** The documents as they came, in the folder {@code ID/original} of each. Immutable. */
public final class Originals {
    private static final int ID_LENGTH = 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + ID_LENGTH + "}");

    private final Path folder;

    /** @param folder the folder of the documents, which need not exist */
    public Originals(Path folder) {
        this.folder = folder;
    }

    /**
     * A document as it came. Immutable.
     *
     * @param id the start of the SHA-256 of the file, 16 hexadecimal digits
     * @param file the only file in its folder
     */
    public record Original(String id, Path file) {
        /** Returns the file name. */
        public String name() {
            return String.valueOf(file.getFileName());
        }

        /** Returns whether its pages have images. */
        public boolean isPdf() throws IOException {
            return Format.of(file) == Format.PDF;
        }

        SourceFile source() {
            return SourceFile.of(file);
        }
    }

    /** Returns the original of a document; empty if {@code id} is no id, or the folder has not exactly one file. */
    public Optional<Original> named(String id) throws IOException {
        Path original = folder.resolve(ID.matcher(id).matches() ? id : "none").resolve("original");
        if (!Files.isDirectory(original)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(original)) {
            List<Path> found = files.limit(2).toList();
            return found.size() == 1 && Files.isRegularFile(found.getFirst(), LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new Original(id, found.getFirst()))
                    : Optional.empty();
        }
    }

    /** Returns the original from which a case was read; empty if it is unknown or not kept. */
    public Optional<Original> of(Source source) throws IOException {
        String sha256 = source.sha256();
        return sha256.length() < ID_LENGTH ? Optional.empty() : named(sha256.substring(0, ID_LENGTH));
    }
}
