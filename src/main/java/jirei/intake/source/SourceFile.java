package jirei.intake.source;

import java.nio.file.Path;

/**
 * A file to be imported. Immutable.
 *
 * @param path the path of its bytes, which may be a temporary file
 * @param name the name for messages, with the folders or archive that contain it, separated by {@code /}
 */
public record SourceFile(Path path, String name) {
    /** Returns the file at {@code path}, named without folders. */
    public static SourceFile of(Path path) {
        return new SourceFile(path, String.valueOf(path.getFileName()));
    }

    /** Returns the name without folders. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Returns the file name without its extension. */
    public String stem() {
        String fileName = fileName();
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
