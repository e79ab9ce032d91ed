package jirei.library.editors;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.StrictUtf8;

/**
 * The contents of a file of editors: one per line, name and bcrypt hash separated by a tab or a colon; empty lines and
 * those that start with {@code #} are comments. Immutable.
 */
public final class EditorFile {
    private final Path file;
    private final List<String> lines;
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final List<CorpusDiagnostic> faults = new ArrayList<>();

    private EditorFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = List.copyOf(lines);
        for (int line = 1; line <= lines.size(); line++) {
            read(line, lines.get(line - 1));
        }
    }

    /**
     * Reads {@code file}; a file that does not exist has no editors.
     *
     * @throws CorpusFormatException if the file is not in UTF-8
     */
    public static EditorFile read(Path file) throws IOException, CorpusFormatException {
        try {
            return new EditorFile(file, StrictUtf8.read(file).lines().toList());
        } catch (NoSuchFileException e) {
            return new EditorFile(file, List.of());
        }
    }

    private void read(int line, String text) {
        if (isComment(text)) {
            return;
        }
        String name = name(text);
        String hash = text.substring(Math.min(name.length() + 1, text.length())).strip();
        if (!Editor.isName(name.strip())) {
            fault(line, "編集者の名前がありません。「名前:ハッシュ」の形で書いてください");
        } else if (!Passwords.isHash(hash)) {
            fault(line, "「" + name.strip() + "」のパスワードのハッシュを読めません。「jirei editor add " + name.strip() + "」で付け直してください");
        } else if (hashes.putIfAbsent(name.strip(), hash) != null) {
            fault(line, "「" + name.strip() + "」が二度あります。一つにしてください");
        }
    }

    private void fault(int line, String problem) {
        faults.add(new CorpusDiagnostic(file, line, problem));
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static String name(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '\t') {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /** The names, in the order of the file. */
    public List<String> names() {
        return List.copyOf(hashes.keySet());
    }

    /** The problems of the file, in the order of lines. A line with a problem names nobody. */
    public List<CorpusDiagnostic> faults() {
        return List.copyOf(faults);
    }

    Optional<String> hash(String name) {
        return Optional.ofNullable(hashes.get(name));
    }

    /**
     * Returns the file with an editor added, or with another password for one that it has.
     *
     * @throws IllegalArgumentException if the name cannot be one, or for a password that {@link #passwordProblem} reports
     */
    public EditorFile with(Editor editor, String password) {
        passwordProblem(password).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        List<String> changed = new ArrayList<>(without(editor.name()).lines);
        changed.add(editor.name() + ":" + Passwords.hash(password));
        return new EditorFile(file, changed);
    }

    /** Returns the file without the lines of {@code name}. */
    public EditorFile without(String name) {
        return new EditorFile(
                file,
                lines.stream()
                        .filter(line -> isComment(line) || !name(line).strip().equals(name))
                        .toList());
    }

    /** Replaces the file atomically. Only its owner may read it, on systems with such permissions. */
    public void write() throws IOException {
        AtomicFile.writePrivate(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** Why {@code password} cannot be used, as a sentence in Japanese; empty if it can. */
    public static Optional<String> passwordProblem(String password) {
        if (password.codePointCount(0, password.length()) < Passwords.MIN_LENGTH) {
            return Optional.of("パスワードは" + Passwords.MIN_LENGTH + "文字以上にしてください。");
        }
        if (!Passwords.isShortEnough(password)) {
            return Optional.of(
                    "パスワードが長すぎます。半角で" + Passwords.MAX_BYTES + "文字、かなや漢字で" + Passwords.MAX_BYTES / 3 + "文字までにしてください。");
        }
        return Optional.empty();
    }
}
