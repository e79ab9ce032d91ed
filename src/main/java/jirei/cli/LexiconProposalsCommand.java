package jirei.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.words.LexiconStore;
import jirei.library.words.MissingWord;
import jirei.library.words.ZeroHitQueries;
import jirei.search.SearchEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "lexicon-proposals", description = "見つからなかった検索の記録から、類義語などに加える語の案を出す。")
final class LexiconProposalsCommand extends CorpusCommand {
    @Parameters(paramLabel = "ファイル", description = "serve の設定 zero-hits で残した記録")
    private Path file = Path.of("zero-hits.tsv");

    @Option(
            names = "--most",
            paramLabel = "数",
            defaultValue = "50",
            description = "多く検索されたものから何語まで（既定: ${DEFAULT-VALUE}）")
    private int limit = 50;

    LexiconProposalsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        Map<String, Integer> queries = queries();
        try (SearchEngine engine = openFresh()) {
            List<MissingWord> missing =
                    LexiconStore.readOnly(corpus()).missingWords(engine).of(queries, 0, limit);
            if (missing.isEmpty()) {
                console().say("いまの事例集と語彙では、記録にあるどの語も見つかります。");
                return Main.NOTHING_FOUND;
            }
            console()
                    .print("# どの記述にもない語です。同じ意味の語があれば、「語 = 同じ意味の語」の行を "
                            + corpus().resolve("lexicon").resolve("synonyms.txt") + " に加えてください。");
            console().print("# 回数\t語\t案（記述の数）\t検索の例");
            missing.forEach(word -> console().print(line(word)));
        }
        return Main.OK;
    }

    /** Returns a line of tab-separated values. */
    private static String line(MissingWord word) {
        String proposals = word.proposals().stream()
                .map(proposal -> proposal.word() + "（" + Main.thousands(proposal.sections()) + "）")
                .collect(Collectors.joining("、"));
        return word.times() + "\t" + word.word() + "\t" + (proposals.isEmpty() ? "－" : proposals) + "\t"
                + word.example();
    }

    private Map<String, Integer> queries() throws IOException {
        try {
            return ZeroHitQueries.read(file);
        } catch (NoSuchFileException e) {
            throw new WrongInputException("記録のファイル「" + file + "」がありません。serve の設定 zero-hits で残したファイルを指定してください。");
        } catch (CharacterCodingException e) {
            throw new WrongInputException(
                    "記録のファイル「" + file + "」を UTF-8 として読み取れません。serve の設定 zero-hits で残したファイルを指定してください。");
        }
    }
}
