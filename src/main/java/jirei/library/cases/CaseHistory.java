package jirei.library.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;

/**
 * The earlier versions of the case files of a corpus, each a file {@code .history/CASE/TIME-HASH.md}, or of its lexicon
 * files, each a file {@code .history/lexicon/FILE/TIME-HASH.txt}. The versions of one file are written by one thread at a
 * time. Thread-safe otherwise.
 */
public final class CaseHistory {
    private static final String FOLDER = ".history";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_DIGITS = 16;
    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{9}Z)-([0-9a-f]{16})\\.(md|txt)");

    private final Path folder;
    private final String extension;
    private final int limit;
    private final Clock clock;

    /**
     * A version of a case file. Immutable.
     *
     * @param name the name of its file, which identifies it among the versions of the case
     * @param replaced when it was replaced by the next one
     */
    public record Version(String name, Instant replaced) {}

    /**
     * Creates the history of {@code corpus}.
     *
     * @param limit the number of versions kept of a case, at least 1; older ones are deleted
     */
    public CaseHistory(Path corpus, int limit, Clock clock) {
        this(corpus.resolve(FOLDER), ".md", limit, clock);
    }

    private CaseHistory(Path folder, String extension, int limit, Clock clock) {
        this.folder = folder;
        this.extension = extension;
        this.limit = limit;
        this.clock = clock;
    }

    /** Returns the history of the lexicon files of {@code corpus}, which are named in place of cases. */
    public static CaseHistory ofLexicon(Path corpus, int limit, Clock clock) {
        return new CaseHistory(corpus.resolve(FOLDER).resolve("lexicon"), ".txt", limit, clock);
    }

    /**
     * Keeps the bytes of a file that are about to be replaced. Those that are the newest version already are not kept twice. A
     * version is later than the ones before it, even if the clock is not.
     */
    public void keep(String id, byte[] bytes) throws IOException {
        String hash = HexFormat.of().formatHex(Sha256.newDigest().digest(bytes)).substring(0, HASH_DIGITS);
        List<Version> versions = versions(id);
        if (!versions.isEmpty() && versions.getFirst().name().contains(hash)) {
            return;
        }
        Path ofCase = folder(id);
        Files.createDirectories(ofCase);
        Instant now = clock.instant();
        Instant earliest =
                versions.isEmpty() ? now : versions.getFirst().replaced().plusMillis(1);
        Instant replaced = now.isBefore(earliest) ? earliest : now;
        AtomicFile.write(ofCase.resolve(TIME.format(replaced) + "-" + hash + extension), bytes);
        AtomicFile.syncDirectory(folder);
        for (Version old : versions.subList(Math.min(versions.size(), limit - 1), versions.size())) {
            Files.deleteIfExists(ofCase.resolve(old.name()));
        }
    }

    /** Returns the earlier versions of the case {@code id}, the newest first; none if it was never changed. */
    public List<Version> versions(String id) throws IOException {
        Path ofCase = folder(id);
        if (!Files.isDirectory(ofCase)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(ofCase)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> new Version(name.group(), TIME.parse(name.group(1), Instant::from)))
                    .sorted(Comparator.comparing(Version::name).reversed())
                    .toList();
        }
    }

    /**
     * Returns the text of the version {@code name} of the case {@code id}; empty if there is none. Bytes that are not UTF-8 are
     * replaced.
     */
    public Optional<String> text(String id, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder(id).resolve(name);
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private Path folder(String id) {
        CaseStudy.requireId(id);
        return folder.resolve(id);
    }
}
