package jirei.library;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;
import jirei.intake.TemporaryFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folders of the documents of a corpus, {@code sources/ID}. Thread-safe; who changes a document because of its state holds the
 * monitor of this object meanwhile, so that nobody stops or deletes it in between.
 */
final class DocumentFolders {
    private static final String UPLOAD = ".upload-";
    private static final String ORIGINAL = "original";
    private static final String REMOVED = ".removed";
    private static final String CASE = ".md";
    private static final String STATE = "document.json";
    private static final String READ = "read";
    private static final String READ_AGAIN = "read-again";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + LibraryDocument.ID_LENGTH + "}");
    private static final int MAX_NAME_BYTES = 200;
    private static final int MAX_EXTENSION_LENGTH = 10;
    /** Names of devices on Windows, which no file can have there, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(?=\\.|$)");

    /** Fields that an older version did not write are empty. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.AS_EMPTY, Nulls.AS_EMPTY))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path folder;

    /** @param folder the folder of the documents, a folder each */
    DocumentFolders(Path folder) {
        this.folder = folder;
    }

    /** A file that was received completely and is not yet a document. */
    record Received(Path folder, String name, String sha256, long bytes) {
        String id() {
            return sha256.substring(0, LibraryDocument.ID_LENGTH);
        }
    }

    /** Deletes what uploads left that were cut off by the end of the program. */
    void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(UPLOAD))
                    .forEach(TemporaryFolder::delete);
        }
    }

    /**
     * Stores a file, on the disk when this returns.
     *
     * @param max the maximum size in bytes
     * @return empty if it is larger
     */
    Optional<Received> receive(String name, InputStream bytes, long max) throws IOException {
        Files.createDirectories(folder);
        Path upload = Files.createTempDirectory(folder, UPLOAD);
        boolean isKept = false;
        try {
            Path original = upload.resolve(ORIGINAL);
            Files.createDirectories(original);
            String safe = safeName(name);
            MessageDigest digest = Sha256.newDigest();
            long size;
            try (FileChannel file = FileChannel.open(
                            original.resolve(safe), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
                size = copy(bytes, out, max);
                file.force(true);
            }
            AtomicFile.syncDirectory(original);
            isKept = size <= max;
            return isKept
                    ? Optional.of(new Received(upload, safe, HexFormat.of().formatHex(digest.digest()), size))
                    : Optional.empty();
        } finally {
            if (!isKept) {
                TemporaryFolder.delete(upload);
            }
        }
    }

    /** Copies at most one block more than {@code max} bytes and returns their number. */
    private static long copy(InputStream in, OutputStream out, long max) throws IOException {
        byte[] block = new byte[1 << 16];
        long size = 0;
        for (int length = in.read(block); length >= 0 && size <= max; length = in.read(block)) {
            out.write(block, 0, length);
            size += length;
        }
        return size;
    }

    /** Replaces what a file name cannot have on some system, so that a corpus can be copied to any. */
    static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        boolean hasExtension = dot > 0 && last.length() - dot <= MAX_EXTENSION_LENGTH;
        String extension = hasExtension ? safe(last.substring(dot)) : "";
        String stem = safe(hasExtension ? last.substring(0, dot) : last).replaceFirst("^[. \u3000]+", "");
        String start = shortened(stem, MAX_NAME_BYTES - bytes(extension)).replaceFirst("[. \u3000]+$", "");
        return (start.isEmpty() ? "document" : DEVICE.matcher(start).replaceFirst("$1_"))
                + extension.replaceFirst("[. \u3000]+$", "");
    }

    private static String safe(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]", "_");
    }

    /** Returns the longest start of {@code text} that has at most {@code maxBytes} bytes in UTF-8. */
    private static String shortened(String text, int maxBytes) {
        int length = Math.min(text.length(), maxBytes);
        while (bytes(text.substring(0, length)) > maxBytes) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Makes a received file a document; its folder appears complete or not at all. */
    void adopt(Received received, LibraryDocument document) throws IOException {
        AtomicFile.write(received.folder().resolve(STATE), MAPPER.writeValueAsString(document));
        AtomicFile.syncDirectory(received.folder());
        Files.move(received.folder(), folder.resolve(document.id()), StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.syncDirectory(folder);
    }

    void discard(Received received) {
        TemporaryFolder.delete(received.folder());
    }

    /** Returns all documents, the newest first. */
    List<LibraryDocument> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LibraryDocument> documents = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                find(String.valueOf(entry.getFileName())).ifPresent(documents::add);
            }
        }
        documents.sort(Comparator.comparing(LibraryDocument::added)
                .reversed()
                .thenComparing(LibraryDocument::name)
                .thenComparing(LibraryDocument::id));
        return documents;
    }

    /**
     * Returns the document {@code id}. One whose state is damaged or missing is unreadable until it is read again; its cases and its
     * original are as they were.
     */
    Optional<LibraryDocument> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path state = folder.resolve(id).resolve(STATE);
        try {
            LibraryDocument document = MAPPER.readValue(
                    new String(Files.readAllBytes(state), StandardCharsets.UTF_8), LibraryDocument.class);
            boolean isWhole = document != null
                    && document.id().equals(id)
                    && document.sha256().startsWith(id)
                    && Objects.nonNull(document.reading())
                    && !document.name().isEmpty();
            return isWhole ? Optional.of(document) : restored(id);
        } catch (JacksonException | NoSuchFileException damaged) {
            return restored(id);
        }
    }

    /** Returns a document without its state, as far as its folder shows it; empty if there is no original. */
    private Optional<LibraryDocument> restored(String id) throws IOException {
        Path ofDocument = folder.resolve(id);
        Optional<Path> original = files(ofDocument.resolve(ORIGINAL)).stream().findFirst();
        if (original.isEmpty()) {
            return Optional.empty();
        }
        List<String> cases = Stream.of(READ, READ_AGAIN)
                .flatMap(readings -> files(ofDocument.resolve(readings)).stream())
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(CASE))
                .map(name -> name.substring(0, name.length() - CASE.length()))
                .distinct()
                .toList();
        Path file = original.get();
        return Optional.of(new LibraryDocument(
                id,
                String.valueOf(file.getFileName()),
                Sha256.of(file),
                Files.size(file),
                Files.getLastModifiedTime(file)
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "",
                LibraryDocument.Reading.UNREADABLE,
                "この文書の記録（" + STATE + "）が壊れています。原本と事例は残っています。もう一度読み取ってください。",
                "",
                "auto",
                cases,
                List.of()));
    }

    /** Returns the files in {@code folder} in name order; none if it does not exist. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    void save(LibraryDocument document) throws IOException {
        AtomicFile.write(folder.resolve(document.id()).resolve(STATE), MAPPER.writeValueAsString(document));
    }

    /** Returns the original file of a document. */
    Path original(LibraryDocument document) {
        return folder.resolve(document.id()).resolve(ORIGINAL).resolve(document.name());
    }

    /** Replaces the cases of the last reading, or of the one that has not been compared yet. */
    void saveReading(LibraryDocument document, boolean isAgain, List<Reading> cases) throws IOException {
        Path target = folder.resolve(document.id()).resolve(isAgain ? READ_AGAIN : READ);
        Path next = target.resolveSibling(target.getFileName() + ".next");
        TemporaryFolder.delete(next);
        Files.createDirectories(next);
        for (Reading one : cases) {
            AtomicFile.write(next.resolve(one.id() + CASE), one.text());
        }
        TemporaryFolder.delete(target);
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        if (!isAgain) {
            TemporaryFolder.delete(folder.resolve(document.id()).resolve(READ_AGAIN));
        }
    }

    /** A case as it was read. Immutable. */
    record Reading(String id, String text) {}

    /** Returns the text of a case as the last reading made it; empty if it made none. */
    Optional<String> reading(LibraryDocument document, String caseId, boolean isAgain) throws IOException {
        Path file = folder.resolve(document.id())
                .resolve(isAgain ? READ_AGAIN : READ)
                .resolve(caseId + CASE);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Returns whether there is a reading that was not compared with the cases yet. */
    boolean hasReadingAgain(LibraryDocument document) {
        return Files.isDirectory(folder.resolve(document.id()).resolve(READ_AGAIN));
    }

    /** Makes the new reading of a case the last one; does nothing if there is none. */
    void acceptReading(LibraryDocument document, String caseId) throws IOException {
        Path ofDocument = folder.resolve(document.id());
        Path accepted = ofDocument.resolve(READ_AGAIN).resolve(caseId + CASE);
        if (Files.isRegularFile(accepted)) {
            Files.createDirectories(ofDocument.resolve(READ));
            Files.move(
                    accepted,
                    ofDocument.resolve(READ).resolve(caseId + CASE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new readings of all cases the last ones. */
    void acceptReadings(LibraryDocument document) throws IOException {
        for (String id : document.cases()) {
            acceptReading(document, id);
        }
        TemporaryFolder.delete(folder.resolve(document.id()).resolve(READ_AGAIN));
    }

    /** Takes a document out of the library and keeps its folder, which replaces one that was removed before. */
    void remove(LibraryDocument document, Instant now) throws IOException {
        Path kept = folder.resolve(REMOVED).resolve(document.id());
        Path from = folder.resolve(document.id());
        Files.createDirectories(kept.resolveSibling(""));
        TemporaryFolder.delete(kept);
        Files.setLastModifiedTime(from, FileTime.from(now));
        Files.move(from, kept, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.syncDirectory(folder);
    }

    /** Returns the removed documents that can be restored, the newest first. */
    List<LibraryDocument> removed() throws IOException {
        return new DocumentFolders(folder.resolve(REMOVED)).all();
    }

    /** Returns a removed document to the library; empty if there is none, or its place is taken. */
    Optional<LibraryDocument> restore(String id) throws IOException {
        Path kept = folder.resolve(REMOVED).resolve(id);
        Path place = folder.resolve(id);
        if (!ID.matcher(id).matches() || !Files.isDirectory(kept) || Files.exists(place)) {
            return Optional.empty();
        }
        Files.move(kept, place, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.syncDirectory(folder);
        return find(id);
    }

    /** Deletes the documents that were removed before {@code time}. */
    void purge(Instant time) throws IOException {
        Path removed = folder.resolve(REMOVED);
        if (Files.isDirectory(removed)) {
            try (Stream<Path> kept = Files.list(removed)) {
                for (Path one : kept.toList()) {
                    if (Files.getLastModifiedTime(one).toInstant().isBefore(time)) {
                        TemporaryFolder.delete(one);
                    }
                }
            }
        }
    }
}
