package jirei.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/** Compares the size of a corpus with a limit; stops walking the directory as soon as the limit is exceeded. */
final class CorpusSizeEstimate extends SimpleFileVisitor<Path> {
    /** Maximum number of files; opening and hashing so many takes some tenths of a second, even if they are small. */
    private static final int MAX_FILES = 1_000;

    private final long maxBytes;
    private long bytes;
    private int files;

    private CorpusSizeEstimate(long limit) {
        this.maxBytes = limit;
    }

    /** Returns whether {@code directory} holds more than {@code limit} bytes or {@link #MAX_FILES} files. */
    static boolean exceeds(Path directory, long limit) throws IOException {
        var size = new CorpusSizeEstimate(limit);
        Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, size);
        return size.isExceeded();
    }

    private boolean isExceeded() {
        return bytes > maxBytes || files > MAX_FILES;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        files++;
        return isExceeded() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }
}
