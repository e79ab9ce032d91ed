package jirei.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Explains how to type a query that begins with a minus, which looks like an option. Stateless. */
final class ExclusionHint {
    private ExclusionHint() {}

    /**
     * Returns a sentence with the command to type, if {@code arguments} name the search command and one of them may be
     * an excluded word; empty otherwise.
     */
    static String of(CommandLine command, String[] arguments) {
        if (!(command.getCommandSpec().userObject() instanceof SearchCommand)) {
            return "";
        }
        List<String> options = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            OptionSpec option = option(command, arguments[i]);
            (option == null ? words : options).add(arguments[i]);
            if (option != null && option.arity().max() > 0 && !arguments[i].contains("=") && i + 1 < arguments.length) {
                i++;
                options.add(arguments[i]);
            }
        }
        return words.stream().anyMatch(ExclusionHint::isExcludedWord) && !words.contains("--")
                ? "「-」で始まる検索語は、前に「--」を置きます: " + commandLine(options, words)
                : "";
    }

    private static @Nullable OptionSpec option(CommandLine command, String argument) {
        return command.getCommandSpec().optionsMap().get(argument.split("=", 2)[0]);
    }

    /** Two hyphens before a Latin letter are a mistyped option. */
    private static boolean isExcludedWord(String word) {
        return word.startsWith("-") && !word.matches("--?|--\\p{Alpha}.*");
    }

    private static String commandLine(List<String> options, List<String> words) {
        List<String> all = new ArrayList<>(List.of("jirei", "search"));
        all.addAll(options);
        all.add("--");
        all.addAll(words);
        return all.stream().map(ExclusionHint::quoted).collect(Collectors.joining(" "));
    }

    /** Quotes {@code argument} for a shell if it has characters that a shell does not leave alone. */
    private static String quoted(String argument) {
        boolean isPlain = argument.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || "-_=:./,".indexOf(c) >= 0
                        || (c > 0x7F && !Character.isWhitespace(c)));
        return isPlain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
