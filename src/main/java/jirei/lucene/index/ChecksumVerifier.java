package jirei.lucene.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import jirei.engine.schema.IndexManifest;
import jirei.search.IndexSize;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Verifies the files of an index against the checksum at the end of each. Stateless. */
public final class ChecksumVerifier {
    private ChecksumVerifier() {}

    /** Whether every file of the last commit in {@code directory} is intact; reads all of them. */
    public static boolean isIntact(Directory directory) {
        try {
            String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (commit == null) {
                return false;
            }
            check(directory, commit); // first, before a corrupt number in it is used as a size
            SegmentInfos segments = SegmentInfos.readCommit(directory, commit);
            for (String file : segments.files(false)) {
                check(directory, file);
            }
            check(directory, IndexManifest.of(segments.getUserData()).vocabulary());
            DirectoryReader.open(directory).close();
            return true;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static void check(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
        }
    }

    /** Returns the size of the index that {@code reader} reads. */
    public static IndexSize size(DirectoryReader reader) throws IOException {
        Directory directory = reader.directory();
        return new IndexSize(
                size(directory),
                GenerationFolder.numberOf(directory),
                reader.numDocs(),
                reader.leaves().size());
    }

    /** Returns the size of the files in {@code directory} in bytes. */
    public static long size(Directory directory) throws IOException {
        long size = 0;
        for (String file : directory.listAll()) {
            size += length(directory, file);
        }
        return size;
    }

    private static long length(Directory directory, String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException deleted) {
            return 0; // by a concurrent update
        }
    }
}
