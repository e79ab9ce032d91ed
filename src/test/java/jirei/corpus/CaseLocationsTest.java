package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases are found by id in files of any name, also in those that cannot be read as cases. */
class CaseLocationsTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("cases").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nid: town-1\ntitle: 題\n---\n\n本文\n",
                "\uFEFF---\r\ntitle: 題\r\nid: \"town-1\"\r\n---\r\n",
                "---\nid:   'town-1'  \ntitle: [\n",
            })
    void theIdOfACaseFileIsThatOfItsFrontMatter(String text) throws IOException {
        Path file = write("別の名前.md", text);

        assertThat(CaseLocations.in(folder).of("town-1")).contains(new CaseLocations.Location(file, 0));
    }

    @Test
    void anIdInTheTextIsNone() throws IOException {
        write("a.md", "---\ntitle: 題\n---\n\nid: town-1\n");

        assertThat(CaseLocations.in(folder).of("town-1")).isEmpty();
    }

    @Test
    void theIdOfALineIsThatOfTheCaseAndOfNoSection() throws IOException {
        Path file = write(
                "deep/all.jsonl",
                "{\"sections\":[{\"id\":\"town-2\"}],\"id\":\"town-1\"}\nno JSON\n\n{\"id\":\"town-2\"}\n{\"id\":3}");
        CaseLocations locations = CaseLocations.in(folder);

        assertThat(locations.of("town-1")).contains(new CaseLocations.Location(file, 1));
        assertThat(locations.of("town-2")).hasToString("Optional[" + file + ":4]");
    }

    @Test
    void aMissingCorpusHasNone() throws IOException {
        assertThat(CaseLocations.in(folder.resolve("missing")).of("a")).isEmpty();
    }
}
