package jirei.intake.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import jirei.intake.ocr.Ocr;
import jirei.intake.pdf.PdfDocument;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Encoding;
import jirei.intake.source.Format;
import jirei.intake.source.KnownBinary;
import jirei.intake.source.KnownText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;

/** Reads files of all supported document formats. Stateless. */
public final class DocumentReader {
    private DocumentReader() {}

    /**
     * Reads a document.
     *
     * @param format the result of {@link Format#of}
     * @param budget the limits, whose clock has started
     * @param ocr reads the pages that are pictures
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if the document is damaged, encrypted, without text or exceeds {@link Limits}
     * @throws IllegalArgumentException if {@code format} is not a document format
     */
    public static SourceDocument read(SourceFile file, Format format, Budget budget, Ocr ocr)
            throws IOException, SourceFormatException {
        checkSize(file, format);
        try {
            SourceDocument document =
                    switch (format) {
                        case PDF -> PdfDocument.read(file, budget, ocr);
                        case WORD, POWERPOINT, OPEN_DOCUMENT, OPEN_PRESENTATION ->
                            OfficeDocument.read(file, format, budget);
                        case OLD_WORD, OLD_POWERPOINT, RTF -> OldOfficeDocument.read(file, format, budget);
                        case HTML -> HtmlDocument.read(file, bytes(file), budget);
                        case MARKDOWN -> MarkdownDocument.read(file, text(file), budget);
                        case TEXT -> PlainText.read(file, text(file));
                        default -> throw new IllegalArgumentException("not a document format: " + format);
                    };
            if (document.blocks().isEmpty()) {
                throw UnreadableMessages.withoutText(file, format);
            }
            return document;
        } catch (DocumentLimitException e) {
            throw UnreadableMessages.overLimit(file, e.excess());
        }
    }

    /**
     * Returns the format of {@code file}, of an old Office document the kind that its directory names.
     *
     * @throws IOException if it cannot be read
     * @throws SourceFormatException if it is an old Office document that is damaged or of an unsupported kind
     */
    public static Format format(SourceFile file) throws IOException, SourceFormatException {
        Format format = Format.of(file.path());
        return format == Format.OLD_OFFICE ? OldOffice.format(file) : format;
    }

    /**
     * Returns the text of a text file, without a byte order mark.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if it is too large or its encoding cannot be detected
     */
    public static String text(SourceFile file) throws IOException, SourceFormatException {
        return Encoding.decode(bytes(file)).orElseThrow(() -> UnreadableMessages.encoding(file));
    }

    private static void requireSupported(SourceFile file, Format format) throws IOException, SourceFormatException {
        if (format == Format.EMPTY) {
            throw UnreadableMessages.empty(file);
        }
        if (format == Format.OTHER) {
            String head = new String(Format.head(file.path()), StandardCharsets.ISO_8859_1);
            Optional<KnownBinary> known = KnownBinary.of(head);
            Optional<KnownText> text = KnownText.of(Encoding.decodeHead(Format.head(file.path())));
            if (known.isEmpty() && text.isPresent()) {
                throw UnreadableMessages.known(file, text.get());
            }
            throw known.isPresent()
                    ? UnreadableMessages.known(file, known.get())
                    : UnreadableMessages.otherOffice(file);
        }
    }

    private static byte[] bytes(SourceFile file) throws IOException, SourceFormatException {
        if (Files.size(file.path()) > Limits.MAX_TEXT_BYTES) {
            throw UnreadableMessages.tooLarge(file, Limits.MAX_TEXT_BYTES);
        }
        return Files.readAllBytes(file.path());
    }

    private static void checkSize(SourceFile file, Format format) throws IOException, SourceFormatException {
        requireSupported(file, format);
        boolean isText = format == Format.TEXT || format == Format.MARKDOWN || format == Format.HTML;
        long limit = isText ? Limits.MAX_TEXT_BYTES : Limits.MAX_BYTES;
        if (Files.size(file.path()) > limit) {
            throw UnreadableMessages.tooLarge(file, limit);
        }
    }
}
