package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jirei.corpus.CaseLocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that come from no document of the library are listed by the document that they name. */
class OtherSourceTest {
    private static final String HASH = "a".repeat(64);

    @TempDir
    Path corpus;

    private void write(String id, String source) throws IOException {
        Files.writeString(corpus.resolve(id + ".md"), "---\nid: " + id + "\n" + source + "---\n");
    }

    @Test
    void aDocumentIsOneWhateverItsNameAndOneWithoutAHashIsItsName() throws IOException {
        write("a", "source:\n  file: 島.pdf\n  sha256: " + HASH + "\n");
        write("b", "source:\n  file: 箱/島.pdf\n  sha256: " + HASH + "\n");
        write("c", "source:\n  file: 浜.csv\n");
        write("d", "");
        write("e", "source:\n  file: 沖.csv\n");
        write("f", "");

        List<OtherSource> sources = OtherSource.of(CaseLocations.in(corpus), List.of("f", "g", "h"), Set.of("e", "h"));

        assertThat(sources)
                .extracting(OtherSource::kind, OtherSource::name, OtherSource::cases)
                .containsExactly(
                        tuple(OtherSource.Kind.WITHDRAWN, "", List.of("g")),
                        tuple(OtherSource.Kind.CASE_FILES, "", List.of("d", "f")),
                        tuple(OtherSource.Kind.IMPORTED, "島.pdf", List.of("a", "b")),
                        tuple(OtherSource.Kind.IMPORTED, "浜.csv", List.of("c")));
        assertThat(sources).extracting(OtherSource::key).doesNotHaveDuplicates().contains("a".repeat(16));
    }
}
