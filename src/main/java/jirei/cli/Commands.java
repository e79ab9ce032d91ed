package jirei.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands by name, in the order in which the help lists them. Immutable. */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    /** Creates the commands, which write to {@code console}. */
    Commands(Console console) {
        byName.put("serve", () -> new ServeCommand(console));
        byName.put("search", () -> new SearchCommand(console));
        byName.put("import", () -> new ImportCommand(console));
        byName.put("index", () -> new IndexCommand(console));
        byName.put("export", () -> new ExportCommand(console));
        byName.put("check", () -> new CheckCommand(console));
        byName.put("editor", () -> new EditorCommand(console));
        byName.put("evaluate", () -> new EvaluateCommand(console));
        byName.put("lexicon-proposals", () -> new LexiconProposalsCommand(console));
    }

    /**
     * Adds the command named by the first argument, or all commands if it names none. Adding only one saves start-up
     * time, because picocli reads each command class by reflection.
     */
    void addTo(CommandLine commandLine, String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "";
        @Nullable Supplier<Object> named = byName.get(name);
        Collection<Supplier<Object>> added = named == null ? byName.values() : List.of(named);
        added.forEach(command -> commandLine.addSubcommand(command.get()));
    }
}
