package jirei.library.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.corpus.CaseLocations;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import org.jspecify.annotations.Nullable;

/** Finds the files of cases, published and not, in a corpus that others change too. Thread-safe. */
final class CaseFiles {
    static final String CASES = "cases";
    static final String EXTENSION = ".md";

    private final Path corpus;
    private final CorpusReader reader;
    private volatile @Nullable CaseLocations locations;
    private volatile @Nullable Known lexicon;

    /** A lexicon, and the fingerprint of the files from which it was read. */
    private record Known(String fingerprint, Lexicon lexicon) {}

    CaseFiles(Path corpus) {
        this.corpus = corpus;
        this.reader = CorpusReader.of(corpus);
    }

    /** Lists the corpus again; files that have not changed are not read. */
    CaseLocations list() throws IOException {
        CaseLocations before = locations;
        CaseLocations now = before == null ? CaseLocations.in(corpus) : before.again(corpus);
        locations = now;
        return now;
    }

    /** Returns the case {@code id}, published or not. */
    Optional<StoredCase> find(String id) throws IOException {
        if (!isId(id)) {
            return Optional.empty();
        }
        Optional<StoredCase> published = published(id);
        return published.isPresent() ? published : unpublished(id);
    }

    StoredCase require(String id) throws IOException {
        return find(id).orElseThrow(() -> new IOException("no case " + id));
    }

    /** Returns those of the cases {@code ids} that exist, in order. */
    List<StoredCase> findAll(Collection<String> ids) throws IOException {
        CaseLocations known = list();
        Map<String, Path> unpublished = unpublishedFiles();
        List<StoredCase> found = new ArrayList<>();
        for (String id : ids) {
            Optional<StoredCase> published = isId(id) ? read(id, known) : Optional.empty();
            Path file = unpublished.get(id);
            if (published.isPresent()) {
                found.add(published.get());
            } else if (file != null) {
                found.add(new StoredCase(id, file, text(file), false));
            }
        }
        return found;
    }

    /** Returns the files of all unpublished cases by id. */
    private Map<String, Path> unpublishedFiles() throws IOException {
        Map<String, Path> files = new HashMap<>();
        Path sources = corpus.resolve(CaseStore.SOURCES);
        if (Files.isDirectory(sources)) {
            try (Stream<Path> documents = Files.list(sources)) {
                for (Path document : documents.sorted().toList()) {
                    for (String id : unpublishedOf(String.valueOf(document.getFileName()))) {
                        files.putIfAbsent(id, document.resolve(CASES).resolve(id + EXTENSION));
                    }
                }
            }
        }
        return files;
    }

    private static boolean isId(String id) {
        try {
            CaseStudy.requireId(id);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Optional<StoredCase> published(String id) throws IOException {
        CaseLocations known = locations;
        Optional<StoredCase> found = known == null ? Optional.empty() : read(id, known);
        return found.isPresent() ? found : read(id, list());
    }

    /** Returns empty if the case is not, or no longer, where {@code known} has it. */
    private Optional<StoredCase> read(String id, CaseLocations known) throws IOException {
        Optional<CaseLocations.Location> place = known.of(id);
        if (place.isEmpty() || !Files.isRegularFile(place.get().file())) {
            return Optional.empty();
        }
        Path file = place.get().file();
        if (!place.get().isLine()) {
            String text = text(file);
            return idOf(text).equals(id) ? Optional.of(new StoredCase(id, file, text, true)) : Optional.empty();
        }
        try {
            int line = place.get().line();
            CaseStudy read = CaseJson.read(file, line, new CaseLine(file, line).read(), lexicon());
            return read.id().equals(id)
                    ? Optional.of(new StoredCase(id, file, CaseMarkdown.write(read), true))
                    : Optional.empty();
        } catch (CorpusFormatException invalid) {
            return Optional.empty();
        }
    }

    Optional<StoredCase> unpublished(String id) throws IOException {
        Path sources = corpus.resolve(CaseStore.SOURCES);
        if (!Files.isDirectory(sources)) {
            return Optional.empty();
        }
        try (Stream<Path> documents = Files.list(sources)) {
            Optional<Path> file = documents
                    .filter(document -> !String.valueOf(document.getFileName()).startsWith("."))
                    .sorted()
                    .map(document -> document.resolve(CASES).resolve(id + EXTENSION))
                    .filter(Files::isRegularFile)
                    .findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoredCase(id, file.get(), text(file.get()), false));
        }
    }

    /** Malformed bytes are replaced, so that a file in another encoding can be seen, but never has the version of its bytes. */
    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static String idOf(String text) {
        return text.lines()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .map(line -> line.substring("id:".length()).strip().replaceAll("^[\"']|[\"']$", ""))
                .orElse("");
    }

    /** Returns the ids of the cases of the document {@code documentId} that are not published, in order. */
    List<String> unpublishedOf(String documentId) throws IOException {
        Path folder = casesOf(documentId);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        }
    }

    Path casesOf(String documentId) {
        return corpus.resolve(CaseStore.SOURCES).resolve(documentId).resolve(CASES);
    }

    /** Returns the lexicon of the corpus; the shipped one if its files are invalid. */
    Lexicon lexicon() throws IOException {
        String fingerprint = reader.lexiconFingerprint();
        Known before = lexicon;
        if (before != null && before.fingerprint().equals(fingerprint)) {
            return before.lexicon();
        }
        Lexicon read;
        try {
            read = reader.lexicon();
        } catch (CorpusFormatException invalid) {
            read = Lexicon.shipped();
        }
        lexicon = new Known(fingerprint, read);
        return read;
    }
}
