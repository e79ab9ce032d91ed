package jirei.cli;

import java.io.IOException;
import java.nio.file.Path;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.editors.Editor;
import jirei.library.editors.EditorFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Names the people who may change cases on a server. Not thread-safe. */
@Command(name = "editor", description = "編集できる人を加える、並べる、除く（ほかの機械から使うサーバー用）。")
final class EditorCommand implements Runnable {
    private static final String NAME = "名前";

    @Option(
            names = "--file",
            paramLabel = "ファイル",
            scope = ScopeType.INHERIT,
            description = "編集者のファイル（既定: --settings の editors.file、それもなければコーパスの隣の editors.txt）")
    private @Nullable Path file;

    @Option(names = "--settings", paramLabel = "ファイル", scope = ScopeType.INHERIT, description = "serve の設定ファイル")
    private @Nullable Path settings;

    @Option(
            names = "--corpus",
            paramLabel = "フォルダ",
            scope = ScopeType.INHERIT,
            defaultValue = "corpus",
            description = "事例ファイルのあるフォルダ（既定: ${DEFAULT-VALUE}）")
    private Path corpus = Path.of("corpus");

    private final Console console;

    EditorCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new WrongInputException("add、list、remove のどれかを指定してください。例: jirei editor add 山田");
    }

    @Command(name = "add", description = "編集者を加える。すでにある名前ならパスワードを変える。")
    int add(@Parameters(paramLabel = NAME) String name) throws IOException, CorpusFormatException {
        if (!Editor.isName(name)) {
            throw new WrongInputException("「" + name + "」は名前に使えません。「:」と改行などの制御文字を除く、64文字までの名前にしてください。");
        }
        EditorFile editors = EditorFile.read(file());
        boolean isKnown = editors.names().contains(name);
        String password = new PasswordPrompt(System.in).read(name);
        EditorFile.passwordProblem(password).ifPresent(problem -> {
            throw new WrongInputException(problem);
        });
        editors.with(new Editor(name), password).write();
        console.say((isKnown ? "「" + name + "」のパスワードを変えました（" : "「" + name + "」を加えました（") + file() + "）。");
        if (file == null && settings == null) {
            console.say("serve の設定ファイルに「editors.file = " + file() + "」と書くと、この人がログインできます。");
        }
        return Main.OK;
    }

    @Command(name = "list", description = "編集者の名前を並べる。")
    int list() throws IOException, CorpusFormatException {
        EditorFile editors = EditorFile.read(file());
        editors.faults().forEach(fault -> console.say(fault.toString()));
        editors.names().forEach(console::print);
        if (!editors.faults().isEmpty()) {
            return Main.WRONG_INPUT;
        }
        return editors.names().isEmpty() ? Main.NOTHING_FOUND : Main.OK;
    }

    @Command(name = "remove", description = "編集者を除く。その人のログインは終わる。")
    int remove(@Parameters(paramLabel = NAME) String name) throws IOException, CorpusFormatException {
        EditorFile editors = EditorFile.read(file());
        if (!editors.names().contains(name)) {
            throw new WrongInputException("「" + name + "」という編集者は " + file() + " にいません。名前は「jirei editor list」で見られます。");
        }
        editors.without(name).write();
        console.say("「" + name + "」を除きました（" + file() + "）。");
        return Main.OK;
    }

    private Path file() throws IOException {
        if (file != null) {
            return file;
        }
        @Nullable Path configured = ServeSettings.read(settings).editorsFile();
        return configured != null ? configured : unnamed(corpus);
    }

    /** Returns the file to which editors of {@code corpus} are added if no settings name another one. */
    static Path unnamed(Path corpus) {
        return corpus.resolveSibling("editors.txt");
    }
}
