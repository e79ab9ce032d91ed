package jirei.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jirei.analysis.JapaneseAnalyzers;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.index.IndexUnavailableException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import jirei.web.PortTakenException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: runs the command and maps failures to a message and an exit code. Thread-safe. */
@Command(name = "jirei", versionProvider = ProgramVersion.class, description = "事例集を全文検索する。")
public final class Main implements Runnable {
    /** Exit code: the command succeeded. */
    static final int OK = 0;
    /** Exit code: nothing matched. */
    static final int NOTHING_FOUND = 1;
    /** Exit code: the command line or the input is invalid. */
    static final int WRONG_INPUT = 2;
    /** Exit code: the environment failed, for example the disk, the network or the cluster. */
    static final int FAILURE = 3;

    /**
     * Lucene logs a warning here that the incubating vector module, which is not used, is missing. Held in a field,
     * because a logger without a reference may be collected and then loses its level.
     */
    private static final Logger VECTORIZATION_LOGGER =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private Main() {}

    /** Runs the command named by {@code arguments} and exits with its code. */
    public static void main(String[] arguments) {
        VECTORIZATION_LOGGER.setLevel(Level.SEVERE);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(TerminalText.escaping(err)); // for the log
        preload(arguments);
        int exitCode = run(arguments, out, err, CommandLine.Help.Ansi.AUTO.enabled());
        System.exit(exitCode);
    }

    /**
     * Loads the dictionary in the background, while the command line is parsed and the index is opened. It is the
     * largest part of the time to the first search.
     */
    private static void preload(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            // Without the CLDR provider, whose locale data is slow to load: a server formats no localized dates or
            // numbers.
            System.setProperty("java.locale.providers", "SPI");
            Thread.ofPlatform().daemon().name("dictionary").start(JapaneseAnalyzers::loadDictionary);
        }
    }

    /**
     * Runs a command.
     *
     * @param arguments name of the command and its arguments
     * @param out receives the result
     * @param err receives messages and progress
     * @param interactive whether {@code err} is a terminal, so that progress may be shown
     * @return the exit code
     */
    static int run(String[] arguments, PrintStream out, PrintStream err, boolean interactive) {
        var console = new Console(out, err, interactive);
        var commandLine = new CommandLine(new Main());
        new Commands(console).addTo(commandLine, arguments);
        localize(commandLine);
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("版を表示する")
                        .build());
        commandLine.setParameterExceptionHandler((problem, typed) -> {
            console.error(sentence(problem) + ExclusionHint.of(problem.getCommandLine(), typed));
            console.error("使い方は「" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help」で見られます。");
            return WRONG_INPUT;
        });
        commandLine.setExecutionExceptionHandler((problem, ignored, result) -> failure(problem, console));
        commandLine.setOut(console.writer());
        return commandLine.execute(arguments);
    }

    private static void localize(CommandLine commandLine) {
        var usage = commandLine.getCommandSpec().usageMessage();
        usage.synopsisHeading("使い方: ");
        usage.synopsisSubcommandLabel("命令");
        usage.optionListHeading("%n選択肢:%n");
        usage.parameterListHeading("%n引数:%n");
        usage.commandListHeading("%n命令:%n");
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("この説明を表示する")
                        .build());
        commandLine.setUsageHelpLongOptionsMaxWidth(30);
        commandLine.setUsageHelpWidth(100);
        commandLine.getSubcommands().values().forEach(Main::localize);
    }

    private static String sentence(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            if (first.startsWith("-")) {
                return "「" + first + "」という選択肢はありません。";
            }
            return command.getSubcommands().isEmpty()
                    ? "余分な引数「" + first + "」があります。"
                    : "「" + first + "」という命令はありません。使えるのは "
                            + String.join("、", command.getSubcommands().keySet()) + " です。";
        }
        if (problem instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream()
                    .map(argument ->
                            argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel())
                    .collect(Collectors.joining("、"));
            return names + " の値が要ります。";
        }
        if (problem.getArgSpec() instanceof OptionSpec option && problem.getValue() != null) {
            return option.longestName() + " の値「" + problem.getValue() + "」は正しくありません。";
        }
        return String.valueOf(problem.getMessage());
    }

    private static int failure(Exception problem, Console console) {
        switch (problem) {
            case WrongInputException wrong -> console.error(wrong.getMessage());
            case CorpusFormatException invalid ->
                invalid.diagnostics().forEach(diagnostic -> console.error(diagnostic.toString()));
            case PortTakenException taken -> console.error(taken.getMessage());
            case SearchUnavailableException away -> {
                LoggerFactory.getLogger(Main.class).warn("the search engine does not respond: {}", away.detail());
                console.error(away.getMessage());
            }
            case TooManyClausesException many -> console.error(many.getMessage());
            case IndexUnavailableException unavailable -> console.error(unavailable.getMessage());
            default -> {
                LoggerFactory.getLogger(Main.class).debug("command failed", problem);
                console.error(
                        "思いがけない不具合で止まりました（" + problem.getClass().getSimpleName() + ": " + problem.getMessage() + "）。");
            }
        }
        return problem instanceof WrongInputException || problem instanceof CorpusFormatException
                ? WRONG_INPUT
                : FAILURE;
    }

    @Override
    public void run() {
        throw new WrongInputException("命令を一つ指定してください。一覧は「jirei --help」で見られます。");
    }

    /** Returns {@code number} with commas between groups of thousands. */
    static String thousands(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
