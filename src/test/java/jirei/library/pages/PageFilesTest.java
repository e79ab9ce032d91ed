package jirei.library.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of pages are bounded in size; those that were not used go first. */
class PageFilesTest {
    private static final int MAX = 1_000;

    @TempDir
    private Path folder = Path.of("");

    private final byte[] page = new byte[200];

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void setUsed(String name, long seconds) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(1_000 * seconds));
    }

    @Test
    void theLeastRecentlyUsedGoAlsoAfterARestart() throws IOException {
        var files = new PageFiles(folder, MAX);
        for (int number : IntStream.rangeClosed(1, 5).toArray()) {
            files.write("a/" + number, page);
            setUsed("a/" + number, number);
        }
        files.read("a/1");
        Files.write(folder.resolve("a").resolve("6.part"), page);

        new PageFiles(folder, MAX).write("b/1", page);

        assertThat(kept()).containsExactly("a/1", "a/4", "a/5", "b/1");
    }

    @Test
    void aPageThatIsLargerThanAllIsNotKept() throws IOException {
        var files = new PageFiles(folder, MAX);
        files.write("a/1", new byte[MAX]);

        assertThat(kept()).isEmpty();
        assertThat(files.read("a/1")).isEmpty();
    }

    @Test
    void aPageThatIsKeptIsTheSame() throws IOException {
        new PageFiles(folder, MAX).write("a/1", new byte[] {1, 2, 3});

        assertThat(new PageFiles(folder, MAX).read("a/1")).contains(new byte[] {1, 2, 3});
    }
}
