package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The resources that every copy of the program must contain. */
class PackagingTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void theLicenceIsApache() throws IOException {
        assertThat(resource("META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    }

    @Test
    void theNoticeNamesTheLicenceFileOfEachDataFileAndFont() throws IOException {
        List<String> licences;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            licences = files.map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".LICENSE.txt") || name.endsWith("OFL.txt"))
                    .toList();
        }

        assertThat(licences).hasSizeGreaterThanOrEqualTo(4);
        assertThat(resource("META-INF/NOTICE")).contains(licences);
    }

    @Test
    void theVersionIsThatOfThePom() throws IOException {
        Matcher version = Pattern.compile("<artifactId>jirei</artifactId>\\s*<version>([^<]+)")
                .matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(resource("jirei/cli/version.txt").strip()).isEqualTo(version.group(1));
    }

    private static String resource(String name) throws IOException {
        return Files.readString(CLASSES.resolve(name));
    }
}
