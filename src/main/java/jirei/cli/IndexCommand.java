package jirei.cli;

import java.io.IOException;
import jirei.corpus.text.CorpusFormatException;
import picocli.CommandLine.Command;

@Command(name = "index", description = "事例ファイルから索引を作り直す。")
final class IndexCommand extends CorpusCommand {
    IndexCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        var status = rebuild();
        if (status.cases() == 0) {
            console().error(noCases());
            return Main.WRONG_INPUT;
        }
        return status.faults() == 0 ? Main.OK : Main.WRONG_INPUT;
    }
}
