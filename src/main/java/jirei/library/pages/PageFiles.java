package jirei.library.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of a bounded total size, of which the least recently used are deleted. The time of use is the time of
 * modification, so that it survives a restart. Files are written to {@code NAME.part} and renamed. Thread-safe; no other
 * process may write to the folder.
 */
final class PageFiles {
    private static final String TEMPORARY = ".part";
    /** Part of the maximum size that remains after files were deleted, so that not each new file deletes one. */
    private static final double KEPT = 0.9;

    private final Path folder;
    private final long maxBytes;
    private long bytes = -1;

    PageFiles(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    private record Kept(Path file, long size, FileTime used) {}

    /** Returns the content of {@code name}; empty if it is not kept. */
    Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            byte[] content = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Keeps {@code content}, unless it alone exceeds the maximum size. */
    synchronized void write(String name, byte[] content) throws IOException {
        if (content.length > maxBytes * KEPT) {
            return;
        }
        if (bytes < 0) {
            bytes = list(true).stream().mapToLong(Kept::size).sum();
        }
        if (bytes + content.length > maxBytes) {
            shrink((long) (maxBytes * KEPT) - content.length);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        bytes += content.length;
    }

    private void shrink(long target) throws IOException {
        List<Kept> oldestFirst = new ArrayList<>(list(false));
        oldestFirst.sort(Comparator.comparing(Kept::used));
        bytes = oldestFirst.stream().mapToLong(Kept::size).sum();
        for (Kept kept : oldestFirst) {
            if (bytes <= target) {
                return;
            }
            Files.deleteIfExists(kept.file());
            bytes -= kept.size();
        }
    }

    /** Returns all files; deletes what a process that ended left half-written if {@code cleans}. */
    private List<Kept> list(boolean cleans) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.find(folder, 2, (file, attributes) -> attributes.isRegularFile())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (cleans && file.toString().endsWith(TEMPORARY)) {
                    Files.deleteIfExists(file);
                } else {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    all.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
                }
            }
        }
        return all;
    }
}
