package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colours are defined in one file, once for light and once for dark grounds. */
class ColorsTest {
    private static final Path STYLES = Path.of("web", "static");
    private static final Pattern COLOR = Pattern.compile("(?<![\\w-])#[0-9a-fA-F]{3,8}\\b");

    @Test
    void styleSheetsUseNamedColoursExceptInPrint() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".css") && !file.endsWith("colors.css"))
                    .flatMap(ColorsTest::coloursOnScreen)
                    .toList();
            assertThat(found)
                    .as("black on white is for print, everything else is in colors.css")
                    .isEmpty();
        }
    }

    private static Stream<String> coloursOnScreen(Path file) {
        try {
            String screen = Files.readString(file).split("@media print", 2)[0];
            return COLOR.matcher(screen).results().map(match -> file.getFileName() + " " + match.group());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
