package jirei.intake.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text in pictures of pages with the program tesseract. Thread-safe. */
public final class Ocr {
    private static final String JAPANESE = "jpn";
    private static final String UPRIGHT_JAPANESE = "jpn_vert";
    /** Confidence in percent of a page that is surely horizontal; upright text read so has about 20. */
    private static final double SURELY_HORIZONTAL = 75;

    private static final int ANY_LAYOUT = 3;
    /** Of upright pages the program loses some lines with the one layout or the other: any, and one block. */
    private static final List<Integer> UPRIGHT_LAYOUTS = List.of(ANY_LAYOUT, 5);

    private static final double POINTS_PER_INCH = 72;

    /** Maximum number of times that the program is run for a page. */
    public static final int MAX_RUNS = 1 + UPRIGHT_LAYOUTS.size();

    /** Receives the progress of a document. Not thread-safe. */
    public interface Progress {
        /**
         * Receives the number of pages of a document that were read by OCR.
         *
         * @param all number of pages that are to be read
         */
        void read(int done, int all) throws IOException;

        /** Receives the number of pages of a document whose printed text was read, before any is read by OCR. */
        default void printed(int done, int all) throws IOException {}
    }

    private final OcrSettings settings;
    private final Progress progress;
    private final Tesseract tesseract;
    private @Nullable Set<String> languages;

    /** Creates a reader, which lists the languages of the program when it is first needed. */
    public Ocr(OcrSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.tesseract = new Tesseract(settings.program(), settings.perPage());
    }

    /** Returns a reader that reads no page. */
    public static Ocr off() {
        return new Ocr(OcrSettings.OFF, (done, all) -> {});
    }

    public OcrSettings settings() {
        return settings;
    }

    /** Reports the progress of a document. */
    public void report(int done, int all) throws IOException {
        progress.read(done, all);
    }

    /** Reports the progress with the text of a document that needs no OCR. */
    public void reportPrinted(int done, int all) throws IOException {
        progress.printed(done, all);
    }

    private synchronized Set<String> languages() {
        Set<String> found = languages;
        if (found == null) {
            found = settings.program().isEmpty() ? Set.of() : tesseract.languages();
            languages = found;
        }
        return found;
    }

    /** Returns whether the program is installed with the data for Japanese. */
    public boolean isAvailable() {
        return languages().contains(JAPANESE);
    }

    /** Returns what to install for OCR, as a sentence for the user. */
    public static String advice() {
        return "tesseract と日本語のデータを入れると、取り込むときに機械で読み取ります（Debian・Ubuntu: apt install tesseract-ocr tesseract-ocr-jpn"
                + " tesseract-ocr-jpn-vert、Windows: UB Mannheim のインストーラーで Japanese と Japanese (vertical) を選ぶ）。";
    }

    /**
     * Reads the picture of a page.
     *
     * @param picture a picture with one byte of grey a pixel
     * @param dotsPerInch its resolution
     * @throws OcrException if the program fails or exceeds its time
     */
    public RecognizedPage read(BufferedImage picture, double dotsPerInch) throws OcrException {
        double pointsPerPixel = POINTS_PER_INCH / dotsPerInch;
        try {
            Path file = Files.createTempFile("ocr", ".pgm");
            try {
                write(picture, file);
                PageRecognizer best = recognize(file, JAPANESE, ANY_LAYOUT, dotsPerInch, pointsPerPixel);
                boolean isSure = best.confidence() * best.keptShare() >= SURELY_HORIZONTAL;
                if (!isSure && languages().contains(UPRIGHT_JAPANESE)) {
                    for (int layout : UPRIGHT_LAYOUTS) {
                        best = better(best, recognize(file, UPRIGHT_JAPANESE, layout, dotsPerInch, pointsPerPixel));
                    }
                }
                return best.page(pointsPerPixel * picture.getWidth());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new OcrException("一時ファイルを使えない");
        }
    }

    private PageRecognizer recognize(Path file, String language, int layout, double dotsPerInch, double pointsPerPixel)
            throws OcrException {
        String tsv = tesseract.read(file, language, layout, (int) Math.round(dotsPerInch));
        List<TesseractLine> lines = TesseractLine.parse(tsv);
        return new PageRecognizer(lines, language.equals(UPRIGHT_JAPANESE), pointsPerPixel);
    }

    private static PageRecognizer better(PageRecognizer one, PageRecognizer other) {
        return other.score() > one.score() ? other : one;
    }

    /** Writes the picture in the format PGM, which costs no compression. */
    private static void write(BufferedImage picture, Path file) throws IOException {
        if (picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            throw new IllegalArgumentException("picture must be grey, got type " + picture.getType());
        }
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        String head = "P5\n" + picture.getWidth() + " " + picture.getHeight() + "\n255\n";
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
    }
}
