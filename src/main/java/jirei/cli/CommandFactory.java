package jirei.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with the console they speak to. */
final class CommandFactory implements IFactory {
    private final Console console;

    CommandFactory(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object command =
                switch (type.getSimpleName()) {
                    case "ServeCommand" -> new ServeCommand(console);
                    case "SearchCommand" -> new SearchCommand(console);
                    case "ImportCommand" -> new ImportCommand(console);
                    case "IndexCommand" -> new IndexCommand(console);
                    case "ExportCommand" -> new ExportCommand(console);
                    case "CheckCommand" -> new CheckCommand(console);
                    case "EvaluateCommand" -> new EvaluateCommand(console);
                    case "LexiconProposalsCommand" -> new LexiconProposalsCommand(console);
                    default -> CommandLine.defaultFactory().create(type);
                };
        return type.cast(command);
    }
}
