package jirei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.corpus.CaseMarkdown;
import jirei.corpus.CorpusFormatException;
import jirei.corpus.CorpusReader;
import jirei.intake.Import;
import jirei.intake.Intake;
import jirei.intake.Remark;
import jirei.intake.SourceFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "文書を読み、事例ファイルにする。置けなかった行は行番号とともに示す。")
final class ImportCommand extends CorpusCommand {
    @Parameters(arity = "1..*", paramLabel = "文書", description = "取り込む文書のファイル")
    private List<Path> files = List.of();

    @Option(names = "--into", paramLabel = "フォルダ", description = "事例ファイルを書くフォルダ（既定: コーパスの cases/文書名）")
    private @Nullable Path into;

    @Option(names = "--replace", description = "内容の違う同名の事例ファイルを置き換える")
    private boolean replace;

    private int written;
    private int unchanged;
    private int refused;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        int unreadable = 0;
        for (Path file : files) {
            try {
                take(file, Intake.read(file, CorpusReader.of(corpus()).lexicon()));
            } catch (SourceFormatException e) {
                console().error(e.getMessage());
                unreadable++;
            } catch (IOException e) {
                console().error("文書「" + file + "」を読めません。ファイルの場所と権限を確かめてください。");
                unreadable++;
            }
        }
        console()
                .say("書いた事例ファイル " + written + "、変わらないもの " + unchanged + "、書かなかったもの " + refused + "、読めない文書 "
                        + unreadable);
        if (unreadable == files.size()) {
            return Main.FAILURE;
        }
        return unreadable + refused == 0 ? Main.GOOD : Main.WRONG_INPUT;
    }

    private void take(Path file, Import found) throws IOException {
        Path folder = into == null ? corpus().resolve("cases").resolve(stem(file)) : into;
        console()
                .say("「" + file + "」: " + found.cases().size() + "事例、"
                        + found.cases().stream()
                                .mapToInt(caseStudy -> caseStudy.sections().size())
                                .sum() + "節");
        Files.createDirectories(folder);
        for (CaseStudy caseStudy : found.cases()) {
            write(
                    folder.resolve(caseStudy.id() + ".md"),
                    CaseMarkdown.write(caseStudy, comments(caseStudy, found.remarks())));
            console()
                    .say("  " + caseStudy.id() + "  " + caseStudy.place() + "  " + caseStudy.title() + "（"
                            + caseStudy.sections().size() + "節）");
        }
        for (Remark remark : found.remarks()) {
            console().say(file + ":" + remark.firstLine() + ": " + remark.message());
        }
    }

    private static Map<String, List<String>> comments(CaseStudy caseStudy, List<Remark> remarks) {
        Map<String, List<String>> comments = new LinkedHashMap<>();
        for (Remark remark : remarks) {
            if (remark.caseId().equals(caseStudy.id()) && !remark.sectionId().isEmpty()) {
                comments.computeIfAbsent(remark.sectionId(), id -> new ArrayList<>())
                        .add("原文" + remark.firstLine() + "行: " + remark.message());
            }
        }
        return comments;
    }

    /** Writes in one step, so that a file is never half there; what a person may have changed stays as it is. */
    private void write(Path target, String text) throws IOException {
        if (Files.exists(target)) {
            if (Files.readString(target).equals(text)) {
                unchanged++;
                return;
            }
            if (!replace) {
                console()
                        .error("「" + target
                                + "」はすでにあり、内容が違うので書きませんでした。置き換えるには --replace を付けるか、--into で別のフォルダを指定してください。");
                refused++;
                return;
            }
        }
        Path next = target.resolveSibling(target.getFileName() + ".next");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written++;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
