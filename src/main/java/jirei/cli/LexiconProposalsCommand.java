package jirei.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import jirei.search.SearchEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "lexicon-proposals", description = "見つからなかった検索の記録から、類義語などに加えることばの案を出す。")
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
        List<String> queries = queries();
        try (SearchEngine engine = openFresh()) {
            List<LexiconProposals> proposals = LexiconProposals.of(queries, engine, limit);
            if (proposals.isEmpty()) {
                console().say("いまの事例集と語彙では、記録にあるどのことばも見つかります。");
                return Main.NOTHING_FOUND;
            }
            console()
                    .print("# どの記述にもないことばです。同じ意味のことばがあれば、「ことば = 同じ意味のことば」の行を "
                            + corpus().resolve("lexicon").resolve("synonyms.txt") + " に加えてください。");
            console().print("# 回数\tことば\t近いことば（記述の数）\t検索の例");
            proposals.forEach(proposal -> console().print(proposal.toString()));
        }
        return Main.OK;
    }

    private List<String> queries() throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.substring(line.indexOf('\t') + 1))
                    .filter(query -> !query.isBlank())
                    .toList();
        } catch (NoSuchFileException e) {
            throw new WrongInputException("記録のファイル「" + file + "」がありません。serve の設定 zero-hits で残したファイルを指定してください。");
        } catch (MalformedInputException | java.io.UncheckedIOException e) {
            throw new WrongInputException(
                    "記録のファイル「" + file + "」を UTF-8 として読み取れません。serve の設定 zero-hits で残したファイルを指定してください。");
        }
    }
}
