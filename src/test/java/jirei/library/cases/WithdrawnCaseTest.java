package jirei.library.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that comes from no document is withdrawn and published again without a loss. */
class WithdrawnCaseTest {
    private static final String LAMP =
            """
            ---
            id: lamp-1
            title: 灯台の当番
            ---

            ## 当番 {#s1}

            島の当番が灯台へ渡った。
            """;

    @TempDir
    Path corpus;

    private final List<String> changes = new ArrayList<>();
    private CaseStore store;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(corpus.resolve("cases/lamp"));
        store = new CaseStore(
                corpus,
                new CaseHistory(corpus, 50, Clock.systemUTC()),
                (editor, action, id, before, after) -> changes.add(editor + " " + action + " " + id));
    }

    private Path published() throws IOException {
        return Files.writeString(corpus.resolve("cases/lamp/lamp-1.md"), LAMP);
    }

    private StoredCase lamp() throws IOException {
        return store.find("lamp-1").orElseThrow();
    }

    private List<String> history() throws IOException {
        List<String> texts = new ArrayList<>();
        for (CaseHistory.Version version : store.history().versions("lamp-1")) {
            texts.add(store.history().text("lamp-1", version.name()).orElseThrow());
        }
        return texts;
    }

    @Test
    void aWithdrawnCaseWithoutADocumentIsPublishedWhereItWas() throws Exception {
        Path file = Files.move(published(), corpus.resolve("cases/lamp/北の 灯.md"));

        assertThat(store.withdraw("lamp-1", "友")).isTrue();
        assertThat(store.withdraw("lamp-1", "友")).isFalse();

        assertThat(file).doesNotExist();
        assertThat(lamp().text()).isEqualTo(LAMP);
        assertThat(lamp().isPublished()).isFalse();
        assertThat(store.unpublishedOf(CaseStore.WITHDRAWN)).containsExactly("lamp-1");

        String corrected = LAMP.replace("渡った", "泳いだ");
        store.saveText("lamp-1", corrected, lamp().version(), "友");
        assertThat(store.publish("lamp-1", "友")).isTrue();
        assertThat(store.publish("lamp-1", "友")).isFalse();

        assertThat(file).content().isEqualTo(corrected);
        assertThat(store.unpublishedOf(CaseStore.WITHDRAWN)).isEmpty();
        assertThat(history()).containsExactly(LAMP);
        assertThat(changes).containsExactly("友 withdraw lamp-1", "友 save lamp-1", "友 publish lamp-1");
    }

    @Test
    void aWithdrawnCaseWhosePlaceIsTakenWaitsAndNothingIsOverwritten() throws Exception {
        Path file = published();
        store.withdraw("lamp-1", "友");
        Files.writeString(file, "書きかけの原稿");

        assertThat(store.publish("lamp-1", "友")).isFalse();

        assertThat(file).content().isEqualTo("書きかけの原稿");
        assertThat(lamp().text()).isEqualTo(LAMP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../escaped.md", "/escaped.md"})
    void aCaseWhosePlaceIsUnknownIsPublishedAmongTheCases(String place) throws Exception {
        published();
        store.withdraw("lamp-1", "友");
        Path kept = corpus.resolve("sources/withdrawn/places/lamp-1.txt");
        if (place.isEmpty()) {
            Files.delete(kept);
        } else {
            Files.writeString(kept, place);
        }

        assertThat(store.publish("lamp-1", "友")).isTrue();

        assertThat(corpus.resolve("cases/lamp-1.md")).content().isEqualTo(LAMP);
    }
}
