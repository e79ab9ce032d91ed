package jirei.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusFormatException;
import jirei.evaluation.Evaluator;
import jirei.evaluation.Evaluator.Scores;
import jirei.evaluation.Topic;
import jirei.evaluation.TrecFiles;
import jirei.evaluation.UnreadableFileException;
import jirei.search.SearchEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "evaluate", description = "判定済みの質問で検索し、並びの良さ（nDCG@10、recall@20、MRR、0件の割合）を測る。")
final class EvaluateCommand extends CorpusCommand {
    @Option(names = "--topics", paramLabel = "ファイル", required = true, description = "質問: 1行に「id<タブ>検索語」、好みで「<タブ>種別」")
    private Path topics = Path.of("topics.tsv");

    @Option(
            names = "--judgments",
            paramLabel = "ファイル",
            required = true,
            description = "判定（TREC qrels）: 1行に「質問の id 0 docno 点」。docno は「事例の id#節の id」か「事例の id」")
    private Path judgments = Path.of("qrels.txt");

    @Option(names = "--each", description = "質問ごとの値も示す")
    private boolean each;

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        try (SearchEngine engine = openFresh()) {
            Map<Topic, Scores> scores = new LinkedHashMap<>();
            for (Topic topic : readTopics(engine)) {
                scores.put(topic, Evaluator.evaluate(engine, topic));
            }
            show(scores);
            return scores.values().stream().allMatch(one -> one.noHits() > 0) ? Main.NOTHING_FOUND : Main.OK;
        }
    }

    private List<Topic> readTopics(SearchEngine engine) throws CorpusFormatException {
        try {
            return TrecFiles.read(topics, judgments, docno -> isKnown(engine, docno));
        } catch (UnreadableFileException e) {
            throw new WrongInputException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns whether {@code docno}, a case id or {@code case-id#section-id}, is in the index. */
    static boolean isKnown(SearchEngine engine, String docno) {
        String[] names = docno.split(Topic.SECTION_SEPARATOR, 2);
        try {
            return engine.caseStudy(names[0])
                    .filter(found -> names.length == 1 || hasSection(found, names[1]))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSection(CaseStudy caseStudy, String id) {
        return caseStudy.sections().stream().anyMatch(section -> section.id().equals(id));
    }

    /** Prints the table. Names come last, because terminals disagree about the width of kanji. */
    private void show(Map<Topic, Scores> scores) {
        console().print("     n  nDCG@10  recall@20     MRR  no hit  type");
        if (each) {
            scores.forEach(
                    (topic, found) -> row(List.of(found), String.join(" ", topic.id(), topic.type(), topic.query())));
        }
        Map<String, List<Scores>> types = new LinkedHashMap<>();
        scores.forEach((topic, found) ->
                types.computeIfAbsent(topic.type(), type -> new ArrayList<>()).add(found));
        if (types.size() > 1 || !types.containsKey("")) {
            types.forEach((type, found) -> row(found, type.isEmpty() ? "（種別なし）" : type));
        }
        row(List.copyOf(scores.values()), "全体");
    }

    private void row(List<Scores> scores, String name) {
        Scores mean = Scores.mean(scores);
        String ranks = String.format(Locale.ROOT, "%6d  %7.4f", scores.size(), mean.ndcg());
        String found = String.format(Locale.ROOT, "%9.4f  %6.4f", mean.recall(), mean.reciprocalRank());
        String none = String.format(Locale.ROOT, "%6.4f", mean.noHits());
        console().print(String.join("  ", ranks, found, none, name));
    }
}
