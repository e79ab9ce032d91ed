package jirei.intake.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the files to be imported for a file or folder. Stateless. */
public final class SourceFiles {
    private SourceFiles() {}

    /** Returns {@code named} itself or, for a folder, all files below it ordered by path, without hidden ones. */
    public static List<SourceFile> below(Path named) throws IOException {
        if (!Files.isDirectory(named)) {
            return List.of(SourceFile.of(named));
        }
        List<SourceFile> files = new ArrayList<>();
        String folder = String.valueOf(named.toAbsolutePath().normalize().getFileName());
        Files.walkFileTree(named, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return isDocument(inner) || inner.equals(named)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return add(file);
            }

            /** The error is reported when the file is read. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return add(file);
            }

            private FileVisitResult add(Path file) {
                if (isDocument(file)) {
                    String inner = named.relativize(file).toString().replace('\\', '/');
                    files.add(new SourceFile(file, folder + "/" + inner));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(SourceFile::name));
        return files;
    }

    private static boolean isDocument(Path file) {
        Path name = file.getFileName();
        return name != null && isDocument(name.toString());
    }

    /** Returns whether {@code name} is not that of a hidden, temporary or system file. */
    public static boolean isDocument(String name) {
        boolean isHidden = name.startsWith(".") || name.startsWith("~$") || name.equals("__MACOSX");
        return !isHidden && !name.equalsIgnoreCase("Thumbs.db") && !name.equalsIgnoreCase("desktop.ini");
    }
}
