package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jirei.Eventually;
import jirei.cli.CommandRunner;
import jirei.cli.ImportWorker;
import jirei.intake.BrokenWorker;
import jirei.intake.PrintedPdf;
import jirei.library.cases.StoredCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents become cases, one after the other, through stops and restarts. */
@Tag("slow")
class ReadingTest extends LibraryFixture {
    private static final String THREE =
            """
            {"id":"lamp","title":"灯台","sections":[{"id":"s1","text":"灯台へ渡る。"}]}
            {"id":"oil","title":"油","sections":[{"id":"s1","text":"油を注ぐ。"}]}
            {"id":"sea","title":"海","sections":[{"id":"s1","text":"海を見る。"}]}
            """;

    @Test
    void theCasesOfADocumentAreThereInItsOrder() throws Exception {
        Library library = library();
        String id = add(library, "three.jsonl", THREE);

        LibraryDocument document = read(library, id);

        assertThat(document.reading()).isEqualTo(LibraryDocument.Reading.READ);
        assertThat(library.casesOf(document)).extracting(StoredCase::id).containsExactly("lamp", "oil", "sea");
        assertThat(library.casesOf(document)).noneMatch(StoredCase::isPublished);
        assertThat(library.publish(document, "oil", "友")).isTrue();
        assertThat(corpus.resolve("cases/three/oil.md")).exists();
        assertThat(library.casesOf(document)).extracting(StoredCase::id).containsExactly("lamp", "oil", "sea");
        assertThat(library.withdraw(document, "oil", "友")).isTrue();
        assertThat(library.cases().unpublishedOf(id)).containsExactly("lamp", "oil", "sea");
    }

    @Test
    void thePagesOfAPdfAreCountedAsTheyAreRead() throws Exception {
        var printed = new PrintedPdf();
        for (int page = 1; page <= 30; page++) {
            printed.page().lines(60, 100, page + "日目に灯台へ渡った。");
        }
        Path pdf = printed.write(Files.createTempDirectory(corpus, "printed").resolve("days.pdf"));
        Library library = library();
        List<ReadingProgress> seen = Collections.synchronizedList(new ArrayList<>());
        library.listen(id -> library.progress(id).ifPresent(seen::add));

        read(library, put(library, "days.pdf", Files.readAllBytes(pdf)).id());

        assertThat(seen).extracting(ReadingProgress::total).contains(30);
        assertThat(seen).extracting(ReadingProgress::done).contains(1, 30).isSorted();
        assertThat(seen).noneMatch(ReadingProgress::byOcr);
    }

    @Test
    void anUnreadableOrEmptyDocumentSaysWhyAndTheNextOneIsRead() throws Exception {
        Library library = library();
        String broken = add(library, "broken.pdf", "%PDF-1.7\n途中まで");
        String empty = add(library, "empty.txt", "");
        String whole = add(library, "lamp.txt", LAMP);

        assertThat(read(library, whole).reading()).isEqualTo(LibraryDocument.Reading.READ);
        for (String id : List.of(broken, empty)) {
            LibraryDocument document = read(library, id);
            assertThat(document.reading()).isEqualTo(LibraryDocument.Reading.UNREADABLE);
            assertThat(document.problem()).contains(document.name());
        }
    }

    @Test
    void aReadingIsStoppedWhileItWaitsAndWhileItRuns() throws Exception {
        Library library = library(BrokenWorker::command);
        String hanging = add(library, "hang.txt", LAMP);
        String waiting = add(library, "油.txt", "油の話\n\n油を注ぐ。\n");
        Eventually.await(() -> document(library, hanging).reading() == LibraryDocument.Reading.READING);

        library.stop(waiting, "友");
        library.stop(hanging, "友");

        assertThat(document(library, hanging).reading()).isEqualTo(LibraryDocument.Reading.STOPPED);
        Eventually.await(() -> library.progress(hanging).isEmpty());
        assertThat(library.readAgain(waiting, "auto", "友")).isTrue();
        assertThat(read(library, waiting).reading()).isEqualTo(LibraryDocument.Reading.READ);
        assertThat(document(library, hanging).reading()).isEqualTo(LibraryDocument.Reading.STOPPED);
        assertThat(library.removed().delete(hanging, "友")).isTrue();
        assertThat(sources()).containsExactly(".removed", waiting);
    }

    @Test
    void aDocumentThatWasBeingReadWhenTheProgramEndedIsReadAtTheNextStart() throws Exception {
        Library ending = library(BrokenWorker::command);
        String id = add(ending, "hang.txt", LAMP);
        Eventually.await(() -> ending.progress(id).isPresent());
        assertThat(ending.removed().delete(id, "友")).isFalse();
        assertThat(ending.readAgain(id, "auto", "友")).isFalse();

        Library next = library(ImportWorker::command);

        assertThat(read(next, id).reading()).isEqualTo(LibraryDocument.Reading.READ);
        assertThat(only(next, document(next, id)).text()).contains("灯台へ渡った");
    }

    @Test
    void aProgramThatEndsLeavesTheDocumentOpen() throws Exception {
        Library ending = library(BrokenWorker::command);
        String id = add(ending, "hang.txt", LAMP);
        Eventually.await(() -> ending.progress(id).isPresent());

        ending.close();

        assertThat(document(ending, id).reading().isOpen()).isTrue();
    }

    @Test
    void casesOfTwoDocumentsWithOneIdAreBothThere() throws Exception {
        Library library = library();
        String long100 = "l".repeat(100);
        String first = add(library, "a.jsonl", THREE.replace("lamp", long100));
        String second = add(library, "b.jsonl", THREE.replace("lamp", long100).replace("を", "をも"));
        read(library, first);
        LibraryDocument document = read(library, second);

        assertThat(document.reading()).isEqualTo(LibraryDocument.Reading.READ);
        assertThat(library.casesOf(document))
                .hasSize(3)
                .allMatch(one -> one.file().toString().contains(second));
        assertThat(library.casesOf(document(library, first))).hasSize(3);
        assertThat(document.cases())
                .doesNotContainAnyElementsOf(document(library, first).cases());
    }

    @Test
    void theSameDocumentPublishedByAnImportHasOneCaseAndNothingToDecide() throws Exception {
        Path file = Files.writeString(corpus.resolve("lamp.txt"), LAMP);
        new CommandRunner().run("import", "--corpus", corpus, file);
        Library library = library();

        LibraryDocument document = read(library, add(library, "lamp.txt", LAMP));

        assertThat(only(library, document).isPublished()).isTrue();
        assertThat(library.cases().unpublishedOf(document.id())).isEmpty();
        assertThat(library.rereading().isWaiting(document)).isFalse();
    }

    @Test
    void anImportOfAPublishedDocumentKeepsItsCorrections() throws Exception {
        Library library = library();
        LibraryDocument document = read(library, add(library, "lamp.txt", LAMP));
        correct(library, only(library, document), "渡った", "泳いだ");
        library.publish(document, only(library, document).id(), "友");
        Path file = Files.writeString(corpus.resolve("lamp.txt"), LAMP);
        var command = new CommandRunner();

        command.run("import", "--corpus", corpus, file);

        assertThat(command.err()).contains("手直しを残した 1");
        assertThat(only(library, document).text()).contains("泳いだ");
        assertThat(document.name()).isEqualTo("lamp.txt");
    }

    @Test
    void readingAgainTakesOverWhatNobodyTouched() throws Exception {
        Library library = library();
        String text = "話一\n\n島根県緑町の春の当番。\n\n話二\n\n島根県緑町の秋の当番。\n";
        String id = add(library, "話.txt", text);
        LibraryDocument whole = read(library, id);
        assertThat(library.casesOf(whole)).hasSize(1);

        library.readAgain(id, "^話[一二]", "友");
        LibraryDocument split = read(library, id);

        assertThat(split.split()).isEqualTo("^話[一二]");
        assertThat(library.casesOf(split)).hasSize(2);
        assertThat(library.rereading().isWaiting(split)).isFalse();
        library.readAgain(id, "none", "友");
        assertThat(library.casesOf(read(library, id))).hasSize(1);
    }

    @Test
    void aCorrectedCaseThatANewSeparationDoesNotHaveStays() throws Exception {
        Library library = library();
        String id = add(library, "話.txt", "話一\n\n島根県緑町の春の当番。\n\n話二\n\n島根県緑町の秋の当番。\n");
        StoredCase corrected = correct(library, only(library, read(library, id)), "春の当番", "春の輪番");

        library.readAgain(id, "^話[一二]", "友");

        assertThat(library.casesOf(read(library, id))).hasSize(3).contains(corrected);
    }

    @Test
    void deletingADocumentLeavesItsPublishedCasesAndTheHistory() throws Exception {
        Library library = library();
        String id = add(library, "three.jsonl", THREE);
        LibraryDocument document = read(library, id);
        library.publish(document, "oil", "友");

        assertThat(library.removed().delete(id, "友")).isTrue();

        assertThat(library.documents()).isEmpty();
        assertThat(sources()).containsExactly(".removed");
        assertThat(library.cases().find("oil").orElseThrow().isPublished()).isTrue();
        assertThat(library.cases().find("lamp")).isEmpty();
        assertThat(library.cases().history().versions("lamp")).hasSize(1);
    }

    @Test
    void aDocumentCalledReadmeOrLikeADeviceCanBePublished() throws Exception {
        Library library = library();
        for (String name : List.of("README.txt", "con.txt")) {
            LibraryDocument document = read(library, add(library, name, name + "の" + LAMP));
            String caseId = only(library, document).id();

            assertThat(library.publish(document, caseId, "友")).isTrue();
            assertThat(library.cases().find(caseId).orElseThrow().isPublished()).isTrue();
        }
    }
}
