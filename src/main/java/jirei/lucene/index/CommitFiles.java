package jirei.lucene.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jirei.engine.schema.IndexManifest;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The files of one commit as they were at one time. Files of a commit never change, so a later difference is damage or
 * interference. Immutable.
 */
public final class CommitFiles {
    private final String id;
    private final Map<Path, Stamp> stamps;

    /** A difference between the files on disk and those of an open commit. Immutable. */
    public enum Change {
        NONE,
        /** Files are deleted or replaced by others; readers that have them open still read the original contents. */
        REMOVED,
        /** The contents of a file have changed, also for readers that have it open. */
        OVERWRITTEN
    }

    private record Stamp(long size, FileTime modified, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private CommitFiles(String id, Map<Path, Stamp> stamps) {
        this.id = id;
        this.stamps = Map.copyOf(stamps);
    }

    /** Returns the files of the last commit of the current generation; empty if there is no readable one. */
    public static Optional<CommitFiles> current(GenerationFolder generations) throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try (var directory = generations.open(generation.get())) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            Map<Path, Stamp> stamps = new HashMap<>();
            for (String name : commit.files(true)) {
                add(generation.get().resolve(name), stamps);
            }
            String vocabulary = IndexManifest.of(commit.getUserData()).vocabulary();
            add(generation.get().resolve(vocabulary), stamps);
            return Optional.of(new CommitFiles(
                    generation.get().getFileName() + "/" + StringHelper.idToString(commit.getId()), stamps));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void add(Path file, Map<Path, Stamp> stamps) throws IOException {
        stamps.put(file, Stamp.of(file));
    }

    private static boolean isReadAtOpeningOnly(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(IndexFileNames.SEGMENTS) || name.endsWith(".si") || name.startsWith("vocabulary");
    }

    /** Returns an identifier of the commit, which changes with every update and rebuild and is never used again. */
    public String id() {
        return id;
    }

    /** Compares the files on disk with these. */
    public Change change() throws IOException {
        Change change = Change.NONE;
        for (Map.Entry<Path, Stamp> file : stamps.entrySet()) {
            Change one = change(file.getKey(), file.getValue());
            change = one.compareTo(change) > 0 ? one : change;
        }
        return change;
    }

    private static Change change(Path file, Stamp before) throws IOException {
        try {
            Stamp now = Stamp.of(file);
            if (now.equals(before)) {
                return Change.NONE;
            }
            boolean isOther = now.key != null && !now.key.equals(before.key);
            return isOther || isReadAtOpeningOnly(file) ? Change.REMOVED : Change.OVERWRITTEN;
        } catch (NoSuchFileException removed) {
            return Change.REMOVED;
        }
    }
}
