package jirei.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The format of a file, detected by its content, never by its name. Immutable. */
public enum Format {
    /** PDF. */
    PDF("PDF"),
    /** Office Open XML, word processing. */
    WORD("Word文書"),
    /** Office Open XML, presentation. */
    POWERPOINT("PowerPoint文書"),
    /** Office Open XML, spreadsheet. */
    EXCEL("Excelブック"),
    /** OpenDocument text, and other OpenDocument files with text. */
    OPEN_DOCUMENT("OpenDocument文書"),
    /** OpenDocument presentation. */
    OPEN_PRESENTATION("OpenDocumentプレゼンテーション"),
    /** OpenDocument spreadsheet. */
    OPEN_SPREADSHEET("OpenDocument表計算"),
    /** An Office document from before Office Open XML, whose kind is in its directory. */
    OLD_OFFICE("古い形式のOffice文書"),
    /** Word before Office Open XML. */
    OLD_WORD("古い形式のWord文書（doc）"),
    /** PowerPoint before Office Open XML. */
    OLD_POWERPOINT("古い形式のPowerPoint文書（ppt）"),
    /** Excel before Office Open XML. */
    OLD_EXCEL("古い形式のExcelブック（xls）"),
    /** Rich Text Format. */
    RTF("リッチテキスト（RTF）"),
    /** HTML. */
    HTML("HTML"),
    /** Markdown without the front matter of a case. */
    MARKDOWN("Markdown"),
    /** Plain text. */
    TEXT("テキスト"),
    /** A case as Markdown. */
    CASE_MARKDOWN("事例ファイル"),
    /** Cases as JSON, one per line. */
    CASE_LINES("JSON Lines"),
    /** A ZIP archive of documents. */
    ZIP("ZIP"),
    /** A file of length 0. */
    EMPTY("空のファイル"),
    /** A file of no supported format: a {@link KnownBinary} or {@link KnownText}. */
    OTHER("取り込めない形式");

    private static final int HEAD_BYTES = 1 << 16;
    private static final int MAX_MIME_TYPE_LENGTH = 200;
    /** A ZIP starts with a local file header or, if it is empty, with the end of the central directory. */
    private static final Pattern ZIP_START = Pattern.compile("PK(\u0003\u0004|\u0005\u0006).*", Pattern.DOTALL);

    private static final int MAX_BEFORE_PDF = 1024;
    private static final Pattern PDF_OBJECT = Pattern.compile("\\d\\s+\\d+\\s+obj\\b");

    private static final Pattern HTML_START = Pattern.compile(
            "(?:[\\s\uFEFF]++|<\\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\\s+html|html|head|body|h[1-6]|div|p|table|section|article)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern CASE_LINE_START =
            Pattern.compile("\uFEFF?\\s*\\{\\s*\"[A-Za-z]+\"\\s*:.*", Pattern.DOTALL);
    private static final Pattern MARKDOWN_LINE = Pattern.compile("(?m)^#{1,6} +\\S.*$");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** Returns the name for the user, as in Word文書. */
    public String label() {
        return label;
    }

    /**
     * Detects the format of {@code file}.
     *
     * @throws IOException if it cannot be read or is not a regular file
     */
    public static Format of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString()); // a pipe or device may have no end
        }
        byte[] head = head(file);
        if (head.length == 0) {
            return EMPTY;
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (ZIP_START.matcher(bytes).matches()) {
            return ofZip(file); // also of one whose first document is a PDF that is not compressed
        }
        boolean isPdf = isPdf(bytes);
        Optional<KnownBinary> binary = isPdf ? KnownBinary.bySignature(bytes) : KnownBinary.of(bytes);
        if (binary.isPresent()) {
            return switch (binary.get()) {
                case OLD_OFFICE -> OLD_OFFICE;
                case RTF -> RTF;
                default -> OTHER;
            };
        }
        if (isPdf) {
            return PDF;
        }
        String text = Encoding.decodeHead(head);
        return KnownText.of(text).isPresent() ? OTHER : ofText(text);
    }

    /** Returns whether {@code file} is a ZIP archive of documents; false if it cannot be read. */
    public static boolean isZip(Path file) {
        try {
            return of(file) == ZIP;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the first 64 KiB of {@code file}. */
    public static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    /**
     * Returns whether {@code bytes} is the start of a PDF. What servers and mail programs write before it, up to a
     * kilobyte, is permitted; text that mentions the header of a PDF has no objects.
     */
    private static boolean isPdf(String bytes) {
        int header =
                bytes.substring(0, Math.min(MAX_BEFORE_PDF, bytes.length())).indexOf("%PDF-");
        return header == 0 || (header > 0 && PDF_OBJECT.matcher(bytes).find(header));
    }

    private static Format ofZip(Path file) {
        try (ZipFile zip = ZipNames.open(file)) {
            if (zip.getEntry("word/document.xml") != null) {
                return WORD;
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                return POWERPOINT;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return EXCEL;
            }
            ZipEntry mimeType = zip.getEntry("mimetype");
            if (mimeType != null && zip.getEntry("content.xml") != null) {
                return ofOpenDocument(zip, mimeType);
            }
            return zip.getEntry("[Content_Types].xml") == null ? ZIP : OTHER;
        } catch (IOException e) {
            return ZIP; // the error is reported when the archive is opened
        }
    }

    private static Format ofOpenDocument(ZipFile zip, ZipEntry mimeType) throws IOException {
        try (InputStream in = zip.getInputStream(mimeType)) {
            String type = new String(in.readNBytes(MAX_MIME_TYPE_LENGTH), StandardCharsets.ISO_8859_1);
            if (type.contains("opendocument.spreadsheet")) {
                return OPEN_SPREADSHEET;
            }
            return type.contains("opendocument.presentation") ? OPEN_PRESENTATION : OPEN_DOCUMENT;
        }
    }

    private static Format ofText(String head) {
        String start = head.substring(0, Math.min(head.length(), 4096)).toLowerCase(Locale.ROOT);
        if (HTML_START.matcher(start).matches()) {
            return HTML;
        }
        if (CASE_LINE_START.matcher(head).matches() && head.contains("\"sections\"")) {
            return CASE_LINES;
        }
        if (isCaseFile(head)) {
            return CASE_MARKDOWN;
        }
        return MARKDOWN_LINE.matcher(head).find() ? MARKDOWN : TEXT;
    }

    /** Returns whether {@code head} starts with front matter that has an id and a title. */
    private static boolean isCaseFile(String head) {
        List<String> lines = head.lines().map(String::stripTrailing).toList();
        int end = lines.subList(Math.min(1, lines.size()), lines.size()).indexOf("---");
        if (end < 0 || !lines.getFirst().endsWith("---")) {
            return false;
        }
        List<String> fields = lines.subList(1, end + 1);
        return fields.stream().anyMatch(line -> line.startsWith("id:"))
                && fields.stream().anyMatch(line -> line.startsWith("title:"));
    }
}
