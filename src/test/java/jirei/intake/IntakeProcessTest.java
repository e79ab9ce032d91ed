package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jirei.Eventually;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that ends or blocks the process that reads it is reported, and the others are read. */
@Tag("slow")
class IntakeProcessTest {
    private static final String TEXT = "町の話\n\n島根県緑町の本文。\n";

    @TempDir
    Path folder;

    private final List<String> events = new ArrayList<>();
    private final List<Path> temporaryFolders = new ArrayList<>();
    private IntakeProcess process = process(Duration.ofSeconds(30), Duration.ofMinutes(10));

    private IntakeProcess process(Duration perDocument, Duration perArchive) {
        return new IntakeProcess(new IntakeProcess.Settings(
                temporary -> {
                    temporaryFolders.add(temporary);
                    return BrokenWorker.command(temporary);
                },
                Path.of("corpus/lexicon"),
                perDocument,
                perArchive,
                "auto",
                "",
                OcrSettings.OFF));
    }

    @AfterEach
    void endsWithoutTemporaryFiles() {
        process.close();

        assertThat(temporaryFolders).isNotEmpty().allSatisfy(temporary -> assertThat(temporary)
                .doesNotExist());
    }

    private final IntakeProcess.Listener listener = new IntakeProcess.Listener() {
        @Override
        public void pages(int done, int all) {
            throw new AssertionError("no page is read by OCR");
        }

        @Override
        public void archive(int documents) {
            events.add("archive " + documents);
        }

        @Override
        public void begin(String name) {
            // not of interest
        }

        @Override
        public void read(ReadDocument document) {
            events.add(document.name() + " = "
                    + document.cases().stream().map(ReadDocument.ReadCase::id).toList());
        }

        @Override
        public void unreadable(String name, String problem) {
            events.add(problem);
        }
    };

    private void read(String... names) throws IOException {
        for (String name : names) {
            process.read(new SourceFile(Files.writeString(folder.resolve("document"), TEXT), name), listener);
        }
    }

    private SourceFile archive(String... names) throws IOException {
        Object[] files = new Object[2 * names.length];
        for (int at = 0; at < names.length; at++) {
            files[2 * at] = names[at];
            files[2 * at + 1] = TEXT.getBytes(StandardCharsets.UTF_8);
        }
        return SourceFile.of(Documents.zip(folder.resolve("all.zip"), files));
    }

    @Test
    void eachWayToEndIsOneSentenceAndTheNextDocumentIsRead() throws IOException {
        read("a.txt", "crash.txt", "b.txt", "memory.txt", "c.txt");

        assertThat(events)
                .containsExactly(
                        "a.txt = [a]",
                        "「crash.txt」は読み取りの途中でプログラムが異常終了しました。PDF かテキストで保存し直してください。",
                        "b.txt = [b]",
                        "「memory.txt」は読み取りに1024MBを超えるメモリーが要るため、読み取れません。分けて保存し直してください。",
                        "c.txt = [c]");
    }

    @Test
    void aDocumentWithoutEndIsEndedAtTheLimitOfTime() throws IOException {
        process = process(Duration.ofSeconds(1), Duration.ofMinutes(10));
        read("hang.txt");

        assertThat(events).containsExactly("「hang.txt」は読み取りに1秒を超える時間がかかるため、読み取れません。分けて保存し直してください。");
    }

    @Test
    void inAnArchiveTheOtherDocumentsAreRead() throws IOException {
        process.read(archive("a.txt", "b-crash.txt", "c.txt", "d-crash.txt"), listener);

        assertThat(events)
                .containsExactly(
                        "archive 4",
                        "all.zip/a.txt = [a]",
                        "「all.zip/b-crash.txt」は読み取りの途中でプログラムが異常終了しました。PDF かテキストで保存し直してください。",
                        "all.zip/c.txt = [c]",
                        "「all.zip/d-crash.txt」は読み取りの途中でプログラムが異常終了しました。PDF かテキストで保存し直してください。");
    }

    @Test
    void theTimeForAnArchiveIsLimited() throws IOException {
        process = process(Duration.ofMinutes(10), Duration.ofSeconds(8));
        process.read(archive("a-hang.txt", "b.txt"), listener);

        assertThat(events.getLast()).isEqualTo("「all.zip」は読み取りに8秒を超える時間がかかるため、残りの2文書を読みませんでした。分けて取り込み直してください。");
    }

    @Test
    void idsAreTheSameAsIfNoProcessHadEnded() throws IOException {
        read("one/talk.txt", "two/talk.txt");
        List<String> expected = List.copyOf(events);
        events.clear();
        process.close();
        process = process(Duration.ofSeconds(30), Duration.ofMinutes(10));

        read("one/talk.txt", "crash.txt", "two/talk.txt");

        assertThat(expected).hasSize(2).doesNotHaveDuplicates();
        assertThat(events).containsAll(expected);
    }

    @Test
    void theProcessEndsWithTheOneThatStartedIt() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Process worker = new ProcessBuilder(BrokenWorker.command(temporary)).start();
        try {
            OutputStream requests = worker.getOutputStream();
            var setup = new WorkerMessages.Setup("corpus/lexicon", 600, "auto", "", OcrSettings.OFF, List.of());
            String document =
                    Files.writeString(folder.resolve("hang.txt"), TEXT).toString();
            requests.write(setup.line().getBytes(StandardCharsets.UTF_8));
            requests.write(new WorkerMessages.Request(document, "hang.txt", 0, false)
                    .line()
                    .getBytes(StandardCharsets.UTF_8));
            requests.close();

            assertThat(worker.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            worker.destroyForcibly();
        }
        assertThat(temporary).doesNotExist();
        read("a.txt");
    }
}
