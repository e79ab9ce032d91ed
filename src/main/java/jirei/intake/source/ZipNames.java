package jirei.intake.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens ZIP archives with file names in UTF-8 or, as written by Japanese Windows, in Shift_JIS. Stateless. */
public final class ZipNames {
    private static final Charset WINDOWS_JAPAN = Charset.forName("windows-31j");

    private ZipNames() {}

    /**
     * Opens {@code file}.
     *
     * @throws IOException if it cannot be read or is not a valid archive
     */
    public static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), WINDOWS_JAPAN);
        }
    }
}
