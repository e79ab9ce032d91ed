package jirei.cli;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import jirei.corpus.format.CaseJson;
import jirei.corpus.text.CorpusFormatException;
import picocli.CommandLine.Command;

@Command(name = "export", description = "すべての事例を JSON Lines（一行一事例）で標準出力に書き出す。")
final class ExportCommand extends CorpusCommand {
    ExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        var cases = new AtomicLong();
        var problems = new AtomicLong();
        reader().read(
                        caseStudy -> {
                            console().print(CaseJson.write(caseStudy));
                            cases.incrementAndGet();
                        },
                        diagnostic -> {
                            console().say(diagnostic.toString());
                            problems.incrementAndGet();
                        });
        if (cases.get() == 0) {
            console().error(noCases());
            return Main.NOTHING_FOUND;
        }
        return problems.get() == 0 ? Main.OK : Main.WRONG_INPUT;
    }
}
