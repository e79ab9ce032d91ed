package jirei.intake.source;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param path where its bytes lie
 * @param name how it is called in messages, with the folders or the ZIP that it was found in, parted by {@code /}
 */
public record SourceFile(Path path, String name) {
    /** A file that a person has named. */
    public static SourceFile of(Path path) {
        return new SourceFile(path, String.valueOf(path.getFileName()));
    }

    /** The name without folders. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The file name without its ending. */
    public String stem() {
        String fileName = fileName();
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
