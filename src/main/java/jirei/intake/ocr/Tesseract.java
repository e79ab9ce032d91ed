package jirei.intake.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the program tesseract. Thread-safe. */
final class Tesseract {
    private static final Duration MAX_LIST_TIME = Duration.ofSeconds(15);

    private final String program;
    private final Duration perCall;

    /**
     * @param program the path of the program
     * @param perCall maximum time for a picture
     */
    Tesseract(String program, Duration perCall) {
        this.program = program;
        this.perCall = perCall;
    }

    /** Returns the installed languages, as in jpn; empty if the program cannot be run. */
    Set<String> languages() {
        try {
            return run(List.of("--list-langs"), null, MAX_LIST_TIME)
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (OcrException e) {
            return Set.of();
        }
    }

    /**
     * Reads a picture of the format PNM and returns the words as tesseract writes them with {@code tsv}.
     *
     * @param layout what the program expects, see {@code tesseract --help-psm}
     * @param dotsPerInch its resolution
     * @throws OcrException if the program fails or exceeds its time
     */
    String read(Path picture, String language, int layout, int dotsPerInch) throws OcrException {
        List<String> arguments = List.of(
                "stdin",
                "stdout",
                "--dpi",
                Integer.toString(dotsPerInch),
                "-l",
                language,
                "--psm",
                Integer.toString(layout),
                "tsv");
        return run(arguments, picture, perCall);
    }

    /** Runs the program with files as input and output, whose paths may have characters that it cannot take. */
    private String run(List<String> arguments, @Nullable Path input, Duration limit) throws OcrException {
        try {
            Path output = Files.createTempFile("ocr", ".tsv");
            try {
                List<String> command = new ArrayList<>(List.of(program));
                command.addAll(arguments);
                var builder = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
                if (input != null) {
                    builder.redirectInput(input.toFile());
                }
                builder.environment().put("OMP_THREAD_LIMIT", "1"); // pages are read in parallel instead
                await(builder.start(), limit);
                return Files.readString(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new OcrException("起動できないか、一時ファイルを使えない");
        }
    }

    private static void await(Process process, Duration limit) throws OcrException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OcrException(limit.toSeconds() + "秒で終わらない");
            }
            if (process.exitValue() != 0) {
                throw new OcrException("終了コード" + process.exitValue() + "で失敗した");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OcrException("中断した");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
