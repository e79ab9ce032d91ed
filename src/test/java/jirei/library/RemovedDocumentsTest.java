package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deleted document can be restored for a while, and is then gone. */
@Tag("slow")
class RemovedDocumentsTest extends LibraryFixture {
    private LibraryDocument readLamp() throws Exception {
        Library library = library();
        return read(library, add(library, "lamp.txt", LAMP));
    }

    private Library libraryWithoutTheDocument(String id) throws Exception {
        Library library = library();
        assertThat(library.removed().delete(id, "友")).isTrue();
        return library;
    }

    @Test
    void aRestoredDocumentHasItsCasesAgain() throws Exception {
        LibraryDocument before = readLamp();
        Library library = libraryWithoutTheDocument(before.id());
        assertThat(library.removed().documents()).containsExactly(before);

        assertThat(library.removed().restore(before.id(), "友")).isTrue();

        assertThat(document(library, before.id())).isEqualTo(before);
        assertThat(library.casesOf(before)).hasSize(1);
        assertThat(library.removed().documents()).isEmpty();
        assertThat(library.removed().restore(before.id(), "友")).isFalse();
        assertThat(library.removed().restore("../cases", "友")).isFalse();
    }

    @Test
    void aDocumentDeletedLongAgoIsGoneAfterTheNextStart() throws Exception {
        String id = readLamp().id();
        Library library = libraryWithoutTheDocument(id);
        Instant longAgo = Instant.now().minus(RemovedDocuments.KEPT).minus(Duration.ofDays(1));
        Files.setLastModifiedTime(corpus.resolve("sources/.removed").resolve(id), FileTime.from(longAgo));

        assertThat(library().removed().documents()).isEmpty();
        assertThat(library.removed().restore(id, "友")).isFalse();
    }
}
