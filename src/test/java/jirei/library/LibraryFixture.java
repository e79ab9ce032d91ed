package jirei.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.cli.ImportWorker;
import jirei.intake.ocr.OcrSettings;
import jirei.library.cases.FolderLock;
import jirei.library.cases.StoredCase;
import jirei.search.SupervisedThreads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A library over an empty corpus, whose documents are read by the process of the intake. */
abstract class LibraryFixture {
    static final String LAMP = "灯台の当番\n\n島根県緑町の当番が灯台へ渡った。\n\n医師会が当番表を作る。\n";
    static final long MAX_BYTES = 1 << 20;

    @TempDir
    Path corpus;

    final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Library open;

    final Library library() throws IOException {
        return library(ImportWorker::command);
    }

    /** Opens the library again if it is open. */
    final Library library(Function<Path, List<String>> worker) throws IOException {
        close();
        Files.createDirectories(corpus.resolve("cases"));
        Library opened = Library.open(
                new Library.Settings(
                        corpus, worker, Duration.ofMinutes(1), OcrSettings.OFF, MAX_BYTES, 50, Clock.systemUTC()),
                (editor, action, id, before, after) -> changes.add(action + " " + id),
                new SupervisedThreads(Duration.ofMillis(10)));
        open = opened;
        return opened;
    }

    @AfterEach
    final void close() {
        if (open != null) {
            open.close();
        }
    }

    static Library.Added add(Library library, String name, byte[] bytes) throws IOException {
        return library.add(name, new ByteArrayInputStream(bytes), "友").getFirst();
    }

    /** Puts in a document that is not refused. */
    static LibraryDocument put(Library library, String name, byte[] bytes) throws IOException {
        return Objects.requireNonNull(add(library, name, bytes).document());
    }

    static String add(Library library, String name, String text) throws IOException {
        return put(library, name, text.getBytes(StandardCharsets.UTF_8)).id();
    }

    static LibraryDocument document(Library library, String id) throws IOException {
        return library.document(id).orElseThrow();
    }

    /** Waits until the document is read, or cannot be. */
    static LibraryDocument read(Library library, String id) throws Exception {
        Eventually.await(
                () -> String.valueOf(library.document(id)),
                () -> !document(library, id).reading().isOpen());
        return document(library, id);
    }

    static StoredCase only(Library library, LibraryDocument document) throws IOException {
        List<StoredCase> cases = library.casesOf(document);
        if (cases.size() != 1) {
            throw new AssertionError(cases + " of " + document);
        }
        return cases.getFirst();
    }

    /** Replaces text of a case as an editor does. */
    static StoredCase correct(Library library, StoredCase stored, String before, String after) throws Exception {
        return library.cases().saveText(stored.id(), stored.text().replace(before, after), stored.version(), "友");
    }

    final List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve("sources"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(FolderLock.FILE))
                    .sorted()
                    .toList();
        }
    }
}
