package jirei.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands by their names, in the order in which they are listed. */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    /** Commands that speak to {@code console}. */
    Commands(Console console) {
        byName.put("serve", () -> new ServeCommand(console));
        byName.put("search", () -> new SearchCommand(console));
        byName.put("import", () -> new ImportCommand(console));
        byName.put("index", () -> new IndexCommand(console));
        byName.put("export", () -> new ExportCommand(console));
        byName.put("check", () -> new CheckCommand(console));
        byName.put("evaluate", () -> new EvaluateCommand(console));
        byName.put("lexicon-proposals", () -> new LexiconProposalsCommand(console));
    }

    /** Adds the command that {@code arguments} begin with, or all where they begin with none: reading one takes a while. */
    void addTo(CommandLine commandLine, String[] arguments) {
        String asked = arguments.length > 0 ? arguments[0] : "";
        @Nullable Supplier<Object> only = byName.get(asked);
        Collection<Supplier<Object>> added = only == null ? byName.values() : List.of(only);
        added.forEach(command -> commandLine.addSubcommand(command.get()));
    }
}
