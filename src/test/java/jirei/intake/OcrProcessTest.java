package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jirei.intake.ocr.FakeTesseract;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that reads documents has time for each page that is read by OCR, and reports them. */
@Tag("slow")
class OcrProcessTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<String> events = new ArrayList<>();

    private final IntakeProcess.Listener listener = new IntakeProcess.Listener() {
        @Override
        public void archive(int documents) {
            throw new AssertionError("no archive");
        }

        @Override
        public void begin(String name) {
            // not of interest
        }

        @Override
        public void pages(int done, int all) {
            events.add(done + "/" + all);
        }

        @Override
        public void read(ReadDocument document) {
            events.add(document.cases().getFirst().markdown().contains("- 機械読み取り: 90\n") ? "marked" : "not marked");
        }

        @Override
        public void unreadable(String name, String problem) {
            events.add(problem);
        }
    };

    private void read(Path program, Duration perPage) throws Exception {
        var pdf = new PrintedPdf();
        for (int page = 0; page < 8; page++) {
            pdf.page().image();
        }
        var settings = new IntakeProcess.Settings(
                BrokenWorker::command,
                Path.of("corpus/lexicon"),
                Duration.ofSeconds(8),
                Duration.ofMinutes(1),
                "auto",
                "",
                new OcrSettings(OcrMode.AUTO, program.toString(), 1, perPage));
        try (var process = new IntakeProcess(settings)) {
            process.read(new SourceFile(pdf.write(folder.resolve("scan.pdf")), "scan.pdf"), listener);
        }
    }

    @Test
    void manyPagesMayTakeLongerThanADocument() throws Exception {
        List<String> texts = List.of("港", "森", "橋", "畑", "駅", "坂", "川", "峠");
        for (int page = 1; page <= texts.size(); page++) {
            String text = texts.get(page - 1) + "まで船が朝に薬を届ける。";
            Files.writeString(
                    folder.resolve(page + ".tsv"), FakeTesseract.line(400 + 9 * page, 300 * page, 42, 90, text));
        }
        Path program =
                FakeTesseract.running(folder, "cd " + folder + "; echo >>count; sleep 2; cat $(wc -l <count).tsv\n");

        read(program, Duration.ofSeconds(10));

        assertThat(events).containsExactly("0/8", "1/8", "2/8", "3/8", "4/8", "5/8", "6/8", "7/8", "8/8", "marked");
    }

    @Test
    void aProgramThatHangsCostsThreePages() throws Exception {
        read(FakeTesseract.running(folder, "sleep 600 & wait\n"), Duration.ofSeconds(1));

        assertThat(events.getLast()).startsWith("「scan.pdf」は画像だけのPDFで、機械読み取り（OCR）でも文字を読み取れません");
        assertThat(events).contains("3/8").doesNotContain("5/8");
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }
}
