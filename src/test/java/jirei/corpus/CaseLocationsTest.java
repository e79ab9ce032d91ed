package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
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
    void onlyChangedFilesAreReadAgain() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.md"), "---\nid: town-1\n---\n");
        Path changed = Files.writeString(folder.resolve("changed.md"), "---\nid: town-2\n---\n");
        Path deleted = Files.writeString(folder.resolve("deleted.md"), "---\nid: town-3\n---\n");
        CaseLocations before = CaseLocations.in(folder);
        FileTime modified = Files.getLastModifiedTime(kept);
        Files.writeString(kept, "---\nid: town-9\n---\n");
        Files.setLastModifiedTime(kept, modified); // as if it had not changed
        Files.writeString(changed, "---\nid: town-22\n---\n");
        Files.delete(deleted);
        Files.writeString(folder.resolve("new.jsonl"), "\n{\"id\":\"town-4\"}\n");

        CaseLocations now = before.again(folder);

        assertThat(now.of("town-1")).contains(new CaseLocations.Location(kept, 0));
        assertThat(now.of("town-22")).contains(new CaseLocations.Location(changed, 0));
        assertThat(now.of("town-4")).contains(new CaseLocations.Location(folder.resolve("new.jsonl"), 2));
        assertThat(List.of("town-2", "town-3")).allMatch(id -> now.of(id).isEmpty());
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
    void casesAreListedByTheDocumentThatTheyName() throws IOException {
        write(
                "a.md",
                """
                ---
                id: town-1
                source:
                  title: 題
                  file: "町 \\"報\\".pdf"
                  sha256: ab
                ---

                  file: 本文
                """);
        write("b.md", "---\r\nid: town-2\r\nsource:\r\n  file: '町 \"報\".pdf'\r\n  sha256: ab\r\n---\r\n");
        write("c.md", "---\nid: town-3\n---\n");
        write(
                "d.jsonl",
                """
                {"source":{"url":"u","file":"島.csv"},"id":"isle-1"}
                {"id":"isle-2","sections":[{"source":{"file":"x"}}],"source":{"file":"島.csv"}}
                {"id":"isle-3","source":"島.csv"}
                {"id":"town-1","source":{"file":"島.csv"}}
                """);

        CaseLocations first = CaseLocations.in(folder);

        var expected = Map.of(
                new CaseLocations.Document("町 \"報\".pdf", "ab"),
                List.of("town-1", "town-2"),
                CaseLocations.Document.NONE,
                List.of("town-3", "isle-3"),
                new CaseLocations.Document("島.csv", ""),
                List.of("isle-1", "isle-2"));
        assertThat(first.byDocument()).isEqualTo(expected);
        assertThat(first.again(folder).byDocument()).isEqualTo(expected);
    }

    @Test
    void aMissingCorpusHasNone() throws IOException {
        assertThat(CaseLocations.in(folder.resolve("missing")).of("a")).isEmpty();
    }
}
