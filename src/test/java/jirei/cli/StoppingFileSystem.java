package jirei.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystem;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterOutputStream2;
import org.apache.lucene.tests.mockfile.FilterPath;

/**
 * The default file system of a process, which counts the operations that change a file and stops the process's work before
 * the one with a given number; a write is stopped in its middle. {@code -Djava.nio.file.spi.DefaultFileSystemProvider} names
 * this class and {@code -Djirei.stop} the folder of two files: {@value #COUNT} has a byte for each operation, {@value #STOP}
 * has the number to stop at. Both are read and written by the parent process too. Thread-safe.
 */
public final class StoppingFileSystem extends FilterFileSystemProvider {
    /** Its size is the number of operations so far. */
    static final String COUNT = "operations";

    /** The number of the operation to stop at, from 1. */
    static final String STOP = "stop-at";

    private final FileSystemProvider builtIn;
    private final Path count;
    private final Path stop;
    private final String counted;

    /** Called by the JDK when the process starts. */
    public StoppingFileSystem(FileSystemProvider builtIn) {
        super("file", builtIn.getFileSystem(URI.create("file:///")));
        this.builtIn = builtIn;
        Path folder = builtIn.getFileSystem(URI.create("file:///")).getPath(System.getProperty("jirei.stop"));
        this.count = folder.resolve(COUNT);
        this.stop = folder.resolve(STOP);
        this.counted = folder.toString();
    }

    /** Options of the JVM whose operations are counted in {@code folder}. */
    static String[] options(Path folder) {
        return new String[] {
            "-Djava.nio.file.spi.DefaultFileSystemProvider=" + StoppingFileSystem.class.getName(),
            "-Djirei.stop=" + folder
        };
    }

    /** A path whose {@link Path#toFile} works, which the server's static files need. */
    private static final class FilePath extends FilterPath {
        FilePath(Path path, FilterFileSystem fileSystem) {
            super(path, fileSystem);
        }

        @Override
        public File toFile() {
            return new File(delegate.toString());
        }
    }

    @Override
    public FilterPath wrapPath(Path path) {
        return new FilePath(path, fileSystem);
    }

    private interface Operation {
        void run() throws IOException;
    }

    /** Counts an operation on {@code path}; where it is to stop at it, does {@code half} of it and never returns. */
    private void before(Path path, Operation half) throws IOException {
        if (!path.toAbsolutePath().toString().startsWith(counted)) {
            return;
        }
        synchronized (this) {
            long number = size() + 1;
            if (number >= stopAt()) {
                half.run();
                add();
                while (true) {
                    LockSupport.park();
                }
            }
            add();
        }
    }

    private void before(Path path) throws IOException {
        before(path, () -> {});
    }

    private long size() throws IOException {
        return Files.exists(count) ? Files.size(count) : 0;
    }

    private long stopAt() throws IOException {
        return Files.exists(stop) ? Long.parseLong(Files.readString(stop).strip()) : Long.MAX_VALUE;
    }

    private void add() throws IOException {
        try (OutputStream out = builtIn.newOutputStream(count, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(0);
        }
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        before(directory);
        super.createDirectory(directory, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        before(path);
        super.delete(path);
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        before(path);
        return super.deleteIfExists(path);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        before(target);
        super.copy(source, target, options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        before(target);
        super.move(source, target, options);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        before(path);
        return new FilterOutputStream2(super.newOutputStream(path, options)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                before(path, () -> delegate.write(bytes, offset, length / 2));
                super.write(bytes, offset, length);
            }
        };
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (!options.contains(StandardOpenOption.WRITE)) {
            return super.newFileChannel(path, options, attributes);
        }
        before(path);
        return new FilterFileChannel(super.newFileChannel(path, options, attributes)) {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                before(path, () -> delegate.write(bytes.slice(bytes.position(), bytes.remaining() / 2)));
                return super.write(bytes);
            }
        };
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE)) {
            before(path);
        }
        return super.newByteChannel(path, options, attributes);
    }

    /** The number of operations that a process has begun in {@code folder}. */
    static long operations(Path folder) {
        try {
            Path count = folder.resolve(COUNT);
            return Files.exists(count) ? Files.size(count) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
