package jirei.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private final List<String> operations = new ArrayList<>();
    private Path recorded;

    /** Records forced files and moves in order. */
    private final class RecordingProvider extends FilterFileSystemProvider {
        RecordingProvider() {
            super("recorded://", folder.getFileSystem());
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            String name = String.valueOf(path.getFileName());
            return new FilterFileChannel(super.newFileChannel(path, options, attributes)) {
                @Override
                public void force(boolean metaData) throws IOException {
                    operations.add("force " + name);
                    super.force(metaData);
                }
            };
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            operations.add("move " + source.getFileName() + " " + target.getFileName());
            super.move(source, target, options);
        }
    }

    @BeforeEach
    void createRecordedFolder() throws IOException {
        recorded = new RecordingProvider().wrapPath(Files.createDirectory(folder.resolve("cases")));
    }

    @Test
    void contentsAreForcedBeforeTheMoveAndTheDirectoryAfterIt() throws Exception {
        AtomicFile.write(recorded.resolve("a.md"), "灯台");

        assertThat(operations).containsExactly("force a.md.next", "move a.md.next a.md", "force cases");
        assertThat(Files.readString(folder.resolve("cases/a.md"))).isEqualTo("灯台");
    }

    @Test
    void aFailedWriteLeavesNoTemporaryFile() throws Exception {
        Files.createDirectories(folder.resolve("cases/a.md/inner"));

        assertThatThrownBy(() -> AtomicFile.write(recorded.resolve("a.md"), "灯台"))
                .isInstanceOf(IOException.class);

        try (Stream<Path> left = Files.list(folder.resolve("cases"))) {
            assertThat(left).containsExactly(folder.resolve("cases/a.md"));
        }
    }
}
