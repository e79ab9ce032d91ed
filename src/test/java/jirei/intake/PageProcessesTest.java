package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jirei.Eventually;
import jirei.intake.page.PageText;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A page that ends or blocks the process that shows it is one problem, and other pages are shown. */
@Tag("slow")
class PageProcessesTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<Path> temporaryFolders = Collections.synchronizedList(new ArrayList<>());
    private PageProcesses processes = processes(Duration.ofSeconds(60), Duration.ofMinutes(1));

    private PageProcesses processes(Duration perPage, Duration idle) {
        return new PageProcesses(new PageProcesses.Settings(
                temporary -> {
                    temporaryFolders.add(temporary);
                    return BrokenWorker.pageCommand(temporary);
                },
                perPage,
                1,
                1,
                Duration.ofMillis(100),
                idle));
    }

    @AfterEach
    void endsWithoutTemporaryFiles() throws Exception {
        processes.close();

        assertThat(processes.running()).isZero();
        // the thread that ends idle processes may still be deleting
        Eventually.await(() -> temporaryFolders.stream().noneMatch(Files::exists));
    }

    private SourceFile pdf(String name) throws IOException {
        Path file = new PrintedPdf().page().lines(60, 100, "灯台の島の話").write(folder.resolve("printed.pdf"));
        return new SourceFile(file, name);
    }

    private PageText text(SourceFile file, int page) throws Exception {
        Path target = folder.resolve("page.json");
        processes.writeText(file, page, target);
        return JsonMapper.shared().readValue(Files.readAllBytes(target), PageText.class);
    }

    private List<String> lines(SourceFile file) throws Exception {
        return text(file, 1).lines().stream().map(PageText.Line::text).toList();
    }

    @Test
    void eachWayToEndIsOneSentenceAndTheNextPageIsShown() throws Exception {
        assertThat(lines(pdf("a.pdf"))).containsExactly("灯台の島の話");
        assertThatThrownBy(() -> lines(pdf("crash.pdf")))
                .isInstanceOf(SourceFormatException.class)
                .hasMessage("「crash.pdf」は読み取りの途中でプログラムが異常終了しました。PDF かテキストで保存し直してください。");
        assertThatThrownBy(() -> lines(pdf("memory.pdf")))
                .hasMessage("「memory.pdf」は表示に512MBを超えるメモリーが要るため、読み取れません。分けて保存し直してください。");
        assertThat(lines(pdf("b.pdf"))).containsExactly("灯台の島の話");
    }

    @Test
    void aPageWithoutEndIsEndedAtTheLimitOfTimeAndOthersAreNotKeptWaiting() throws Exception {
        processes = processes(Duration.ofSeconds(3), Duration.ofMinutes(1));
        SourceFile hanging = pdf("hang.pdf");
        List<Throwable> problems = Collections.synchronizedList(new ArrayList<>());
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                text(hanging, 1);
            } catch (Exception e) {
                problems.add(e);
            }
        });
        Eventually.await(() -> processes.running() == 1);

        assertThatThrownBy(() -> lines(hanging)).isInstanceOf(PageBusyException.class);
        first.join(Eventually.LIMIT.toMillis());

        assertThat(problems)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("「hang.pdf」は読み取りに3秒を超える時間がかかるため、読み取れません。分けて保存し直してください。");
    }

    @Test
    void aProcessWithoutWorkEnds() throws Exception {
        processes = processes(Duration.ofSeconds(60), Duration.ofMillis(1));
        lines(pdf("a.pdf"));

        Eventually.await(() -> processes.running() == 0);
    }

    @Test
    void aPageThatTheDocumentDoesNotHaveIsNeitherImageNorText() throws Exception {
        assertThat(processes.writeImage(pdf("a.pdf"), 2, 50, folder.resolve("page.png")))
                .isFalse();
        assertThat(text(pdf("a.pdf"), 2)).isEqualTo(new PageText(2, 1, "行", 0, 0, List.of()));
    }

    @Test
    void otherDocumentsAreTextWithTheNumbersOfTheirLines() throws Exception {
        Path file = Files.writeString(folder.resolve("talk.txt"), "島の話\n\n灯台の島では店が荷物を預かる。\n", StandardCharsets.UTF_8);

        assertThat(text(SourceFile.of(file), 1))
                .isEqualTo(new PageText(
                        1,
                        1,
                        "行",
                        0,
                        0,
                        List.of(new PageText.Line(1, "島の話"), new PageText.Line(3, "灯台の島では店が荷物を預かる。"))));
        assertThat(processes.writeImage(SourceFile.of(file), 1, 50, folder.resolve("page.png")))
                .isFalse();
    }

    @Test
    void documentsThatCannotBeReadAreOneSentence() throws Exception {
        byte[] whole = Files.readAllBytes(pdf("a.pdf").path());
        Path cut = Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, 40));

        assertThatThrownBy(() -> lines(SourceFile.of(cut)))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("「cut.pdf」は壊れているか途中で切れたPDF");
    }
}
