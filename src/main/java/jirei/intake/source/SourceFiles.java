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

/** Finds the files that a person means by naming a file or a folder. */
public final class SourceFiles {
    private SourceFiles() {}

    /** {@code named} itself, or where it is a folder all files below it in the order of their names, but for hidden ones. */
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

            /** Whoever reads the file says why it can't be. */
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

    /** Whether a file so called is one that somebody wrote, not one that a system left behind. */
    public static boolean isDocument(String name) {
        boolean isHidden = name.startsWith(".") || name.startsWith("~$") || name.equals("__MACOSX");
        return !isHidden && !name.equalsIgnoreCase("Thumbs.db") && !name.equalsIgnoreCase("desktop.ini");
    }
}
