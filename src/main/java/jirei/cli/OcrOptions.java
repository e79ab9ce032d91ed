package jirei.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.source.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of OCR, the machine reading of pages that are pictures. Not thread-safe. */
final class OcrOptions {
    private static final int MAX_JOBS = 64;
    private static final long MAX_SECONDS = 3_600;
    private static final List<String> NAMES = List.of("tesseract", "tesseract.exe");
    /** The folder of the Windows installer below each of these, which it does not add to the path. */
    private static final List<String> WINDOWS_FOLDERS = List.of("ProgramFiles", "LOCALAPPDATA");

    @Option(
            names = "--ocr",
            paramLabel = "方法",
            description = "画像のページの機械読み取り（OCR）: auto（既定。tesseract があれば、文字のない画像のページを読む）、all（画像が大半のページはすべて読む）、off（読まない）")
    private String mode = OcrMode.AUTO.id();

    @Option(names = "--tesseract", paramLabel = "プログラム", description = "機械読み取りのプログラム tesseract の場所（既定: PATH から探す）")
    private @Nullable Path program;

    @Option(names = "--jobs", paramLabel = "数", description = "同時に機械で読み取るページの数（既定: プロセッサーの数）")
    private int jobs = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_JOBS);

    @Option(names = "--ocr-seconds", paramLabel = "秒", description = "1ページを機械で1回読み取る時間の上限（既定: 60）。超えたページは読まない")
    private long seconds = Limits.MAX_OCR_PAGE_TIME.toSeconds();

    /**
     * Returns the settings.
     *
     * @throws WrongInputException if a value is not allowed
     */
    OcrSettings settings() {
        OcrMode chosen = OcrMode.named(mode)
                .orElseThrow(
                        () -> new WrongInputException("--ocr の値「" + mode + "」は正しくありません。off、auto、all のどれかを指定してください。"));
        if (jobs < 1 || jobs > MAX_JOBS) {
            throw new WrongInputException("--jobs の値「" + jobs + "」は正しくありません。1 から " + MAX_JOBS + " までの数を指定してください。");
        }
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new WrongInputException(
                    "--ocr-seconds の値「" + seconds + "」は正しくありません。1 から " + MAX_SECONDS + " までの秒数を指定してください。");
        }
        String path = chosen == OcrMode.OFF ? "" : program();
        return new OcrSettings(chosen, path, jobs, Duration.ofSeconds(seconds));
    }

    private String program() {
        if (program != null) {
            if (!isProgram(program)) {
                throw new WrongInputException("--tesseract の「" + program + "」は実行できるプログラムではありません。場所を確かめてください。");
            }
            return program.toAbsolutePath().toString();
        }
        Stream<String> path = Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        Stream<String> windows = WINDOWS_FOLDERS.stream()
                .map(System::getenv)
                .filter(Objects::nonNull)
                .flatMap(folder -> Stream.of(folder + "\\Tesseract-OCR", folder + "\\Programs\\Tesseract-OCR"));
        return Stream.concat(path, windows)
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> file(folder, name)))
                .flatMap(Optional::stream)
                .filter(OcrOptions::isProgram)
                .map(file -> file.toAbsolutePath().toString())
                .findFirst()
                .orElse("");
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
