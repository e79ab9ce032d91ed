package jirei.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.index.IndexUnavailableException;
import jirei.opensearch.OpenSearchIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check", description = "事例ファイル・辞書・索引を調べ、問題を「ファイル:行: 内容」の形ですべて示す。")
final class CheckCommand extends CorpusCommand {
    @Option(
            names = "--convert",
            description = "Shift_JIS や UTF-16 などで保存された事例ファイルを UTF-8 に変換する（元のファイルは .original を付けて残す）")
    private boolean convert;

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        CorpusReader reader = reader();
        if (convert) {
            new CaseFileConverter(console()).convert(reader);
        }
        var cases = new AtomicLong();
        List<String> problems = new ArrayList<>();
        reader.read(caseStudy -> cases.incrementAndGet(), diagnostic -> problems.add(diagnostic.toString()));
        String state = indexState(problems);
        problems.stream().distinct().forEach(console()::print);
        long count = problems.stream().distinct().count();
        console()
                .say(Main.thousands(cases.get()) + "事例を調べました。" + (count == 0 ? "問題はありません。" : "問題は" + count + "件です。")
                        + state);
        if (cases.get() == 0) {
            console().error(noCases());
            return Main.WRONG_INPUT;
        }
        return count == 0 ? Main.OK : Main.WRONG_INPUT;
    }

    private String clusterState() throws IOException, CorpusFormatException {
        try (OpenSearchIndex index = clusterIndex()) {
            if (index.isStale()) {
                return "検索エンジンの索引は古いか、まだありません（「jirei index」で作り直してください）。";
            }
            index.open().status();
            return "索引は最新です。";
        }
    }

    private String indexState(List<String> problems) throws IOException {
        try {
            if (isDistributed()) {
                return clusterState();
            }
            var index = corpusIndex();
            if (index.isDamaged()) {
                return "索引は壊れています（次の起動で作り直されます）。";
            }
            if (index.isStale()) {
                return "索引は古いか、まだありません（次の起動で作り直されます）。";
            }
            index.open().close();
            return "索引は最新です。指紋は " + index.contentFingerprint() + " です。";
        } catch (CorpusFormatException e) {
            e.diagnostics().forEach(diagnostic -> problems.add(diagnostic.toString()));
            return "";
        } catch (IndexUnavailableException e) {
            problems.add(index() + ":1: " + e.getMessage());
            return "";
        }
    }
}
