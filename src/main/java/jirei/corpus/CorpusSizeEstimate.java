package jirei.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/** Tells whether a corpus is large, looking no further than it takes to know. */
final class CorpusSizeEstimate extends SimpleFileVisitor<Path> {
    /** So many are opened and hashed in some tenths of a second, be they ever so small. */
    private static final int MAX_FILES = 1_000;

    private final long most;
    private long bytes;
    private int files;

    private CorpusSizeEstimate(long limit) {
        this.most = limit;
    }

    /** Whether the files of {@code directory} have more than {@code limit} bytes, or there are very many. */
    static boolean exceeds(Path directory, long limit) throws IOException {
        var size = new CorpusSizeEstimate(limit);
        Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, size);
        return size.isExceeded();
    }

    private boolean isExceeded() {
        return bytes > most || files > MAX_FILES;
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
