package jirei.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jirei.intake.office.OldWordDocument;
import jirei.intake.slides.OldPowerPointSlides;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads Rich Text Format, and Word and PowerPoint files from before Office Open XML. Stateless. */
final class OldOfficeDocument {
    private static final int MAX_CAUSES = 20;

    private OldOfficeDocument() {}

    static SourceDocument read(SourceFile file, Format format, Budget budget) throws SourceFormatException {
        String unit = format == Format.OLD_POWERPOINT ? SourceDocument.SLIDES : "段落";
        try {
            return new SourceDocument(file.name(), "", unit, blocks(file, format, budget), List.of());
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError | LinkageError e) {
            // LinkageError: only the library classes for text are on the class path, so a rare feature may miss its
            // class
            throw problem(file, format, e);
        }
    }

    private static List<Block> blocks(SourceFile file, Format format, Budget budget)
            throws IOException, SAXException, TikaException {
        return switch (format) {
            case OLD_WORD -> OldWordDocument.read(file.path(), budget);
            case OLD_POWERPOINT -> OldPowerPointSlides.read(file.path(), budget);
            default -> richText(file, budget);
        };
    }

    private static List<Block> richText(SourceFile file, Budget budget)
            throws IOException, SAXException, TikaException {
        var blocks = new XhtmlBlocks(budget);
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try (TikaInputStream in = TikaInputStream.get(file.path())) {
            new RTFParser().parse(in, blocks, new Metadata(), context);
        }
        return blocks.blocks();
    }

    /** Returns the exception for a file whose reading ended with {@code problem}. */
    static SourceFormatException problem(SourceFile file, Format format, Throwable problem) {
        @Nullable Throwable cause = problem;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof DocumentLimitException over) {
                return UnreadableMessages.overLimit(file, over.excess());
            }
            if (cause instanceof EncryptedDocumentException) {
                return UnreadableMessages.encrypted(file);
            }
            if (cause instanceof LinkageError) {
                return UnreadableMessages.unsupported(file, format);
            }
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return UnreadableMessages.zipBomb(file);
            }
            cause = cause.getCause();
        }
        return UnreadableMessages.corrupt(file, format);
    }

    /** Skips embedded images and files. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // skipped
        }
    }
}
