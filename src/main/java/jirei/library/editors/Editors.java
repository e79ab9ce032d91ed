package jirei.library.editors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jirei.corpus.text.CorpusFormatException;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in, as the file of editors names them now: the file is read again when it changes. If it
 * cannot be read, nobody may. Thread-safe.
 */
public final class Editors {
    /** The hash of no known password, for a file without editors. */
    private static final String UNKNOWN = "$2a$12$CmgZuFCWLLfY4SE2QkQnBOaZfFZfKDJpmKRtVWSzGdd0nVJCm5t1S";

    private final @Nullable Path file;
    private final Consumer<String> faults;
    private State state = new State("", null);

    /** Contents and version of the file. Immutable. */
    private record State(String version, @Nullable EditorFile contents) {}

    /**
     * @param file the file of editors; null if nobody may sign in
     * @param faults receives each problem of the file once, as {@code file:line: problem}
     */
    public Editors(@Nullable Path file, Consumer<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Whether {@code password} is that of {@code name}. An unknown name takes as long as a wrong password. */
    public boolean matches(String name, String password) {
        Optional<EditorFile> contents = current();
        Optional<String> hash = contents.flatMap(known -> known.hash(name));
        if (hash.isPresent()) {
            return Passwords.matches(password, hash.get());
        }
        Passwords.matches(password, contents.flatMap(Editors::anyHash).orElse(UNKNOWN));
        return false;
    }

    /** So that a file whose hashes all have another cost than {@link #UNKNOWN} is no different. */
    private static Optional<String> anyHash(EditorFile contents) {
        return contents.names().stream().findFirst().flatMap(contents::hash);
    }

    /**
     * Returns what changes with the password of {@code name}, for instance to end sessions; empty if the file does not
     * name it. The value is secret.
     */
    public Optional<String> credential(String name) {
        return current().flatMap(contents -> contents.hash(name));
    }

    /** The names, in the order of the file. */
    public List<String> names() {
        return current().map(EditorFile::names).orElse(List.of());
    }

    private synchronized Optional<EditorFile> current() {
        if (file == null) {
            return Optional.empty();
        }
        String version = version(file);
        if (!version.equals(state.version)) {
            state = read(file, version);
        }
        return Optional.ofNullable(state.contents);
    }

    /** A replaced file has another key; one changed in place has another time or size. */
    private static String version(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime().toInstant() + " " + attributes.size();
        } catch (IOException e) {
            return "unreadable " + e.getMessage();
        }
    }

    private State read(Path changed, String version) {
        try {
            EditorFile contents = EditorFile.read(changed);
            contents.faults().forEach(fault -> faults.accept(fault.toString()));
            return new State(version, contents);
        } catch (CorpusFormatException e) {
            e.diagnostics().forEach(fault -> faults.accept(fault.toString()));
        } catch (IOException e) {
            faults.accept(changed + ":1: 編集者のファイルを読み取れないため、だれもログインできません（" + e.getMessage() + "）");
        }
        return new State(version, null);
    }
}
