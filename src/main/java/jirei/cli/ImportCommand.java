package jirei.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.IntakeProcess;
import jirei.intake.ReadDocument;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFiles;
import jirei.intake.table.ColumnChoice;
import jirei.library.cases.ImportTarget;
import jirei.library.cases.ImportedCaseFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "import", description = "文書を読み、事例ファイルにする。置けなかった行は行番号とともに示す。")
final class ImportCommand extends CorpusCommand {
    /** Maximum number of warnings printed for a document; all of them are in the report. */
    private static final int MAX_SHOWN = 40;

    /** Maximum of the options in seconds: a day. */
    private static final long MAX_OPTION_SECONDS = 86_400;

    @Parameters(arity = "1..*", paramLabel = "文書", description = "取り込む文書のファイル、フォルダ、ZIP")
    private List<Path> files = List.of();

    @Option(names = "--into", paramLabel = "フォルダ", description = "事例ファイルを書くフォルダ（既定: コーパスの cases/文書名）")
    private @Nullable Path into;

    @Option(names = "--replace", description = "手で直した事例ファイルも置き換える")
    private boolean replace;

    @Option(names = "--report", paramLabel = "ファイル", description = "取り込みの結果を JSON で書くファイル")
    private @Nullable Path reportFile;

    @Option(names = "--columns", paramLabel = "項目=列,…", description = "表計算ファイルの列の読み方。例: 題=事業の名称,市町村=実施地域,使わない=担当課")
    private String columns = "";

    @Option(names = "--document-seconds", paramLabel = "秒", description = "一つの文書を読む時間の上限（既定: 120）。超えた文書は読まずに次へ進む")
    private long documentSeconds = Limits.MAX_DOCUMENT_TIME.toSeconds();

    @Option(names = "--archive-seconds", paramLabel = "秒", description = "一つの ZIP を読む時間の上限（既定: 1800）。超えたら残りの文書を読まない")
    private long archiveSeconds = Limits.MAX_ARCHIVE_TIME.toSeconds();

    @Option(
            names = "--split",
            paramLabel = "区切り",
            description = "事例の区切り: auto（既定。繰り返す見出しや様式）、none（分けない）、page（ページごと）、rows（表の行ごと）、または区切りの行に合う正規表現")
    private String split = "auto";

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    private final ImportReport report = new ImportReport();

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        CorpusReader corpus = CorpusReader.of(corpus());
        var settings = new IntakeProcess.Settings(
                ImportWorker::command,
                corpus.lexiconFolder(),
                seconds("--document-seconds", documentSeconds),
                seconds("--archive-seconds", archiveSeconds),
                split(),
                checkedColumns(),
                ocr.settings());
        try (var process = new IntakeProcess(settings)) {
            if (!startAndImport(process, corpus)) {
                return Main.FAILURE;
            }
        }
        finish();
        if (report.hasFailed()) {
            return Main.FAILURE;
        }
        return report.isComplete() ? Main.OK : Main.WRONG_INPUT;
    }

    private String split() {
        try {
            SplitRule.of(split);
        } catch (PatternSyntaxException e) {
            throw new WrongInputException(
                    "--split の値「" + split + "」は正規表現として正しくありません。auto、none、page、rows か、「^取組[0-9]」のような正規表現を指定してください。");
        }
        return split;
    }

    private String checkedColumns() {
        try {
            ColumnChoice.parse(columns);
            return columns;
        } catch (IllegalArgumentException e) {
            throw new WrongInputException("--columns の" + e.getMessage());
        }
    }

    private static Duration seconds(String option, long seconds) {
        if (seconds < 1 || seconds > MAX_OPTION_SECONDS) {
            throw new WrongInputException(
                    option + " の値「" + seconds + "」は正しくありません。1 から " + MAX_OPTION_SECONDS + " までの秒数を指定してください。");
        }
        return Duration.ofSeconds(seconds);
    }

    /** Imports all documents; returns false after a message if no process to read them can be started. */
    private boolean startAndImport(IntakeProcess process, CorpusReader corpus)
            throws CorpusFormatException, IOException {
        try {
            process.start(); // becomes ready while the lexicon is read here
        } catch (IOException e) {
            return reportNoProcess();
        }
        var target = new ImportTarget(corpus(), corpus.lexicon(), replace, console()::say);
        Map<Path, List<SourceFile>> found = documents();
        Thread end = new Thread(() -> end(process, target), "import-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            importAll(process, target, found);
            return true;
        } catch (InterruptedIOException e) {
            return false; // the program is being ended
        } catch (IOException e) {
            return reportNoProcess();
        } finally {
            target.close();
            removeHook(end);
        }
    }

    private boolean reportNoProcess() {
        console().error("文書を読むプロセスを起動できません。メモリーと一時フォルダの空きを確かめてください。");
        return false;
    }

    /** Lets the case file that is being written become complete and leaves no temporary files, after Ctrl+C. */
    private static void end(IntakeProcess process, ImportTarget target) {
        target.stop();
        process.close();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is being ended
        }
    }

    private Map<Path, List<SourceFile>> documents() throws IOException {
        Map<Path, List<SourceFile>> found = new LinkedHashMap<>();
        for (Path named : files) {
            found.put(named, SourceFiles.below(named));
        }
        return found;
    }

    private void importAll(IntakeProcess process, ImportTarget target, Map<Path, List<SourceFile>> found)
            throws IOException {
        int documents = found.values().stream().mapToInt(List::size).sum();
        var progress = new ImportProgress(console(), documents);
        for (Map.Entry<Path, List<SourceFile>> entry : found.entrySet()) {
            Path folder = into == null ? corpus().resolve("cases").resolve(stem(entry.getKey())) : into;
            for (SourceFile file : entry.getValue()) {
                String parent = Files.isDirectory(entry.getKey()) ? "" : parentName(entry.getKey()) + "/";
                process.read(file, listener(target, folder, parent, progress));
            }
        }
    }

    private static String parentName(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }

    /** @param parent the folder of the document, with a slash at its end, if the document's name does not have it */
    private IntakeProcess.Listener listener(ImportTarget target, Path folder, String parent, ImportProgress progress) {
        return new IntakeProcess.Listener() {
            @Override
            public void archive(int documents) {
                progress.addDocuments(documents);
            }

            @Override
            public void begin(String name) {
                progress.next(name);
            }

            @Override
            public void pages(int done, int all) {
                progress.pages(done, all);
            }

            @Override
            public void read(ReadDocument document) {
                write(
                        document,
                        target,
                        new ImportedCaseFile.Origin(document.sha256(), parent + document.name()),
                        folder);
            }

            @Override
            public void unreadable(String name, String problem) {
                console().error(problem);
                report.addUnreadable(name, problem);
            }
        };
    }

    private void finish() throws IOException {
        console().endProgress();
        if (report.isEmpty()) {
            console().error("読む文書がありません。文書のファイルか、文書のあるフォルダを指定してください。");
        }
        report.table().forEach(console()::say);
        if (reportFile != null) {
            String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.toMap());
            try {
                Files.writeString(reportFile, json + "\n", StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new WrongInputException("取り込みの結果を「" + reportFile + "」に書けません。フォルダの権限と空きを確かめてください。");
            }
        }
    }

    private void write(ReadDocument document, ImportTarget target, ImportedCaseFile.Origin origin, Path folder) {
        report.addDocument(document);
        console()
                .say("「" + document.name() + "」: " + document.cases().size() + "事例、"
                        + document.cases().stream()
                                .mapToInt(ReadDocument.ReadCase::sections)
                                .sum() + "節");
        for (ReadDocument.ReadCase one : document.cases()) {
            write(one, document, target, origin, folder);
        }
        showWarnings(document);
    }

    private void write(
            ReadDocument.ReadCase one,
            ReadDocument document,
            ImportTarget target,
            ImportedCaseFile.Origin origin,
            Path folder) {
        Path expected = folder.resolve(one.id() + ".md");
        try {
            ReadDocument.ReadCase named = document.hasOwnIds() ? one : target.withOwnId(one, origin, folder);
            Optional<ImportTarget.Written> written = target.write(named, document, origin, folder);
            if (written.isPresent()) {
                show(named, written.get());
            } else {
                report.addRefusedCase(one, expected.toString());
                console().error("id「" + one.id() + "」の事例がこの取り込みに二つあるため、後のほうを書きませんでした。文書の名前か id を変えてください。");
            }
        } catch (IOException e) {
            report.addFailedCase(one, expected.toString());
            console().error("事例ファイル「" + expected + "」を書けません。フォルダの権限と空きを確かめてください。");
        }
    }

    private void show(ReadDocument.ReadCase one, ImportTarget.Written written) throws IOException {
        report.addCase(one, written.file().toString(), written.outcome());
        console()
                .say("  " + one.id() + "  " + one.place() + "  " + one.title() + "（" + one.sections() + "節、"
                        + written.outcome().label() + "）");
        if (new ImportedCaseFile(written.file()).isMisencoded()) {
            console()
                    .say(written.file() + ":1: UTF-8 ではない文字コードで保存されていて読めません。「jirei check --convert --corpus " + corpus()
                            + "」で変換してください。");
        }
        if (written.outcome() == ImportedCaseFile.Outcome.BESIDE) {
            console()
                    .say("「" + written.kept() + "」は手で直されているか別の文書から作られたので残し、新しいものを「" + written.besideName() + "」に書きました。"
                            + written.remedy());
        }
    }

    private void showWarnings(ReadDocument found) {
        List<ImportWarning> warnings = found.warnings();
        for (ImportWarning warning : warnings.subList(0, Math.min(MAX_SHOWN, warnings.size()))) {
            String place = found.unit().equals(ImportResult.LINES)
                    ? ":" + warning.firstLine()
                    : ": " + warning.firstLine() + found.unit();
            console().say(found.name() + place + ": " + warning.message());
        }
        if (warnings.size() > MAX_SHOWN) {
            console().say(found.name() + ": ほか" + (warnings.size() - MAX_SHOWN) + "件（--report で全部を書き出せます）");
        }
    }

    private static String stem(Path named) {
        Path absolute = named.toAbsolutePath().normalize();
        return Files.isDirectory(named)
                ? String.valueOf(absolute.getFileName())
                : SourceFile.of(absolute).stem();
    }
}
