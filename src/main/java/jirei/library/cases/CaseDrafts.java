package jirei.library.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;

/**
 * What editors have typed and not yet saved: one draft for each case and editor, a file {@code
 * .library/drafts/CASE/EDITOR.json}. Thread-safe.
 */
public final class CaseDrafts {
    private static final String FOLDER = ".library/drafts";
    private static final String EXTENSION = ".json";
    private static final int NAME_LENGTH = 16;

    private final Path folder;

    /** Creates the drafts of {@code corpus}. */
    public CaseDrafts(Path corpus) {
        this.folder = corpus.resolve(FOLDER);
    }

    /** Returns the draft of {@code editor} for the case {@code id}; empty if there is none. */
    public Optional<String> find(String id, String editor) throws IOException {
        Path file = file(id, editor);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Returns the version of a draft: the SHA-256 of its text, in hexadecimal. */
    public static String version(String draft) {
        return Sha256.of(draft);
    }

    /**
     * Keeps {@code draft}, unless there is one of another version than the change starts from; it is on the disk when this returns.
     *
     * @param version the version of the draft that the change starts from; empty if it starts from none
     * @return the draft that there is; {@code draft} if it was kept
     */
    public synchronized String save(String id, String editor, String draft, String version) throws IOException {
        Optional<String> current = find(id, editor);
        if (current.isPresent()
                && !current.get().equals(draft)
                && !version(current.get()).equals(version)) {
            return current.get();
        }
        Path file = file(id, editor);
        Files.createDirectories(file.resolveSibling(""));
        AtomicFile.write(file, draft);
        return draft;
    }

    /** Deletes the draft of {@code editor} for the case {@code id}, if there is one. */
    public synchronized void delete(String id, String editor) throws IOException {
        Files.deleteIfExists(file(id, editor));
    }

    /** Returns the ids of the cases for which anyone has a draft. */
    public Set<String> cases() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> drafts = Files.walk(folder, 2)) {
            return drafts.filter(file -> file.toString().endsWith(EXTENSION))
                    .map(file -> String.valueOf(file.resolveSibling("").getFileName()))
                    .collect(Collectors.toSet());
        }
    }

    /** Names of editors may have any characters, so the file is named by a hash. */
    private Path file(String id, String editor) {
        CaseStudy.requireId(id);
        return folder.resolve(id).resolve(Sha256.of(editor).substring(0, NAME_LENGTH) + EXTENSION);
    }
}
