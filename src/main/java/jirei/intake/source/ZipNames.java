package jirei.intake.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens ZIPs whose names are in UTF-8 or, as Windows writes them in Japan, in Shift_JIS. */
public final class ZipNames {
    private static final Charset WINDOWS_JAPAN = Charset.forName("windows-31j");

    private ZipNames() {}

    public static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), WINDOWS_JAPAN);
        }
    }
}
