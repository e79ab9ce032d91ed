package jirei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.Sha256;
import jirei.intake.Intake;
import jirei.intake.document.Archive;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.Format;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFiles;
import jirei.intake.source.SourceFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "import", description = "文書を読み、事例ファイルにする。置けなかった行は行番号とともに示す。")
final class ImportCommand extends CorpusCommand {
    /** Maximum number of warnings printed for a document; all of them are in the report. */
    private static final int MAX_SHOWN = 40;

    @Parameters(arity = "1..*", paramLabel = "文書", description = "取り込む文書のファイル、フォルダ、ZIP")
    private List<Path> files = List.of();

    @Option(names = "--into", paramLabel = "フォルダ", description = "事例ファイルを書くフォルダ（既定: コーパスの cases/文書名）")
    private @Nullable Path into;

    @Option(names = "--replace", description = "手で直した事例ファイルも置き換える")
    private boolean replace;

    @Option(names = "--report", paramLabel = "ファイル", description = "取り込みの結果を JSON で書くファイル")
    private @Nullable Path reportFile;

    private final ImportReport report = new ImportReport();
    private final Set<Path> targets = new HashSet<>();

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        var intake = new Intake(CorpusReader.of(corpus()).lexicon());
        Map<Path, List<SourceFile>> found = new LinkedHashMap<>();
        int documents = 0;
        for (Path named : files) {
            List<SourceFile> below = SourceFiles.below(named);
            found.put(named, below);
            documents += below.size();
        }
        var progress = new ImportProgress(console(), documents);
        for (Map.Entry<Path, List<SourceFile>> entry : found.entrySet()) {
            Path folder = into == null ? corpus().resolve("cases").resolve(stem(entry.getKey())) : into;
            for (SourceFile file : entry.getValue()) {
                importFile(intake, file, folder, progress);
            }
        }
        finish();
        if (report.nothingWasRead()) {
            return Main.FAILURE;
        }
        return report.isComplete() ? Main.OK : Main.WRONG_INPUT;
    }

    private void finish() throws IOException {
        console().endProgress();
        if (report.isEmpty()) {
            console().error("読む文書がありません。文書のファイルか、文書のあるフォルダを指定してください。");
        }
        report.table().forEach(console()::say);
        if (reportFile != null) {
            String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.toMap());
            Files.writeString(reportFile, json + "\n", StandardCharsets.UTF_8);
        }
    }

    private void importFile(Intake intake, SourceFile file, Path folder, ImportProgress progress) {
        if (!Format.isZip(file.path())) {
            importDocument(intake, file, folder, progress);
            return;
        }
        try (Archive archive = Archive.open(file)) {
            progress.addDocuments(archive.size() - 1);
            archive.forEach(new Archive.Visitor() {
                @Override
                public void visit(SourceFile inner) {
                    importDocument(intake, inner, folder, progress);
                }

                @Override
                public void fail(SourceFile inner, SourceFormatException problem) {
                    progress.next(inner.name());
                    unreadable(inner, problem.getMessage());
                }
            });
        } catch (SourceFormatException e) {
            unreadable(file, e.getMessage());
        } catch (IOException e) {
            unreadable(file, "文書「" + file.name() + "」を展開できません。一時フォルダの空きと権限を確かめてください。");
        }
    }

    /** Imports one document. An unreadable document is reported in one line and does not stop the import. */
    private void importDocument(Intake intake, SourceFile file, Path folder, ImportProgress progress) {
        progress.next(file.name());
        try {
            ImportResult found = intake.read(file);
            report.addDocument(file.name(), found);
            write(file, found, folder);
        } catch (WrongInputException e) {
            throw e; // the target folder cannot be written, so every other document would fail as well
        } catch (SourceFormatException e) {
            unreadable(file, e.getMessage());
        } catch (IOException e) {
            unreadable(file, "文書「" + file.path() + "」を読めません。ファイルの場所と権限を確かめてください。");
        } catch (RuntimeException e) {
            unreadable(file, "「" + file.name() + "」は思いがけない不具合で読めませんでした（" + e + "）。PDF かテキストで保存し直してください。");
        } catch (OutOfMemoryError | StackOverflowError e) {
            unreadable(file, "「" + file.name() + "」は大きいか入れ子が深く、読むだけの記憶がないため、分けて保存し直してください。");
        }
    }

    private void unreadable(SourceFile file, @Nullable String sentence) {
        console().error(sentence);
        report.addUnreadable(file.name(), String.valueOf(sentence));
    }

    private void write(SourceFile file, ImportResult found, Path folder) throws IOException {
        console()
                .say("「" + file.name() + "」: " + found.cases().size() + "事例、"
                        + found.cases().stream()
                                .mapToInt(caseStudy -> caseStudy.sections().size())
                                .sum() + "節");
        String document = Sha256.of(file.path());
        for (CaseStudy caseStudy : found.cases()) {
            try {
                Files.createDirectories(folder);
                write(caseStudy, found, document, folder.resolve(caseStudy.id() + ".md"));
            } catch (IOException e) {
                throw new WrongInputException("事例ファイルを「" + folder + "」に書けません。フォルダの権限と空きを確かめてください。");
            }
        }
        showWarnings(file, found);
    }

    private void write(CaseStudy caseStudy, ImportResult found, String document, Path target) throws IOException {
        if (!targets.add(target)) {
            report.addRefusedCase(caseStudy, target.toString());
            console().error("id「" + caseStudy.id() + "」の事例がこの取り込みに二つあるため、後のほうを書きませんでした。文書の名前か id を変えてください。");
            return;
        }
        var file = new ImportedCaseFile(target);
        ImportedCaseFile.Outcome outcome = found.caseFile().isEmpty()
                ? file.write(CaseMarkdown.write(caseStudy, comments(caseStudy, found)), document, replace)
                : file.copy(found.caseFile(), replace);
        report.addCase(caseStudy, target.toString(), outcome);
        console()
                .say("  " + caseStudy.id() + "  " + caseStudy.place() + "  " + caseStudy.title() + "（"
                        + caseStudy.sections().size() + "節、" + outcome.label() + "）");
        if (file.isMisencoded()) {
            console()
                    .say(target + ":1: UTF-8 ではない文字コードで保存されていて読めません。「jirei check --convert --corpus " + corpus()
                            + "」で変換してください。");
        }
        if (outcome == ImportedCaseFile.Outcome.BESIDE) {
            console()
                    .say("「" + target + "」は手で直されているか別の文書から作られたので残し、新しいものを「"
                            + file.beside().getFileName() + "」に書きました。見比べて直すか、--replace で置き換えてください。");
        }
    }

    private void showWarnings(SourceFile file, ImportResult found) {
        List<ImportWarning> warnings = found.warnings();
        for (ImportWarning warning : warnings.subList(0, Math.min(MAX_SHOWN, warnings.size()))) {
            String place = found.unit().equals(ImportResult.LINES)
                    ? ":" + warning.firstLine()
                    : ": " + warning.firstLine() + found.unit();
            console().say(file.name() + place + ": " + warning.message());
        }
        if (warnings.size() > MAX_SHOWN) {
            console().say(file.name() + ": ほか" + (warnings.size() - MAX_SHOWN) + "件（--report で全部を書き出せます）");
        }
    }

    private static Map<String, List<String>> comments(CaseStudy caseStudy, ImportResult found) {
        Map<String, List<String>> comments = new LinkedHashMap<>();
        for (ImportWarning warning : found.warnings()) {
            if (warning.caseId().equals(caseStudy.id())) {
                comments.computeIfAbsent(warning.sectionId(), id -> new ArrayList<>())
                        .add("原文" + warning.firstLine() + found.unit() + ": " + warning.message());
            }
        }
        return comments;
    }

    private static String stem(Path named) {
        Path absolute = named.toAbsolutePath().normalize();
        return Files.isDirectory(named)
                ? String.valueOf(absolute.getFileName())
                : SourceFile.of(absolute).stem();
    }
}
