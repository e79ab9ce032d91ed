package jirei.intake.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that is called as tesseract is, and does what a test wants. Stateless. */
public final class FakeTesseract {
    private static final String LANGUAGES = "case \"$1\" in --list-langs) printf '%s'; exit 0;; esac\n";
    private static final String BOTH = "List:\\neng\\njpn\\njpn_vert\\n";

    private FakeTesseract() {}

    /** Returns a program with both languages of Japanese, which runs the commands {@code script} for a picture. */
    public static Path running(Path folder, String script) throws IOException {
        return program(folder, LANGUAGES.replace("%s", BOTH) + script);
    }

    /** Returns a program that prints {@code horizontal} for jpn and {@code vertical} for jpn_vert. */
    public static Path reading(Path folder, String horizontal, String vertical) throws IOException {
        Files.writeString(folder.resolve("jpn.tsv"), horizontal);
        Files.writeString(folder.resolve("jpn_vert.tsv"), vertical);
        return running(folder, "cat \"" + folder + "/$6.tsv\"\n");
    }

    /** Returns a program without data for Japanese. */
    public static Path withoutJapanese(Path folder) throws IOException {
        return program(folder, LANGUAGES.replace("%s", "List:\\neng\\n") + "exit 1\n");
    }

    private static Path program(Path folder, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Returns a reader that runs {@code program}, two pages at a time with a limit of two seconds each. */
    public static Ocr ocr(OcrMode mode, Path program) {
        var settings = new OcrSettings(mode, program.toString(), 2, Duration.ofSeconds(2));
        return new Ocr(settings, (done, all) -> {});
    }

    /**
     * Returns a line as tesseract writes it, with words of square characters without gaps.
     *
     * @param left the left end in pixels
     * @param top the upper end in pixels
     * @param size the size of a character in pixels
     * @param confidence of each word, in percent
     */
    public static String line(int left, int top, int size, int confidence, String... words) {
        int all = Arrays.stream(words).mapToInt(String::length).sum();
        var line = new StringBuilder(row(4, left, top, size * all, size, -1, ""));
        int x = left;
        for (String word : words) {
            line.append(row(5, x, top, size * word.length(), size, confidence, word));
            x += size * word.length();
        }
        return line.toString();
    }

    /** Returns a line from top to bottom. */
    public static String upright(int left, int top, int size, int confidence, String text) {
        return row(4, left, top, size, size * text.length(), -1, "")
                + row(5, left, top, size, size * text.length(), confidence, text);
    }

    /** Returns an area without text, as tesseract writes it for a rule. */
    public static String rule(int left, int top, int width, int height) {
        return row(4, left, top, width, height, -1, "") + row(5, left, top, width, height, 95, " ");
    }

    static String row(int level, int left, int top, int width, int height, int confidence, String text) {
        return Stream.of(level, 1, 1, 1, 1, 1, left, top, width, height, confidence, text)
                        .map(Object::toString)
                        .collect(Collectors.joining("\t"))
                + "\n";
    }
}
