package jirei.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads Rich Text Format, and Word and PowerPoint files from before Office Open XML. Stateless. */
final class OldOfficeDocument {
    private static final Pattern NOTE_REFERENCE = Pattern.compile("\\[(?:footnoteRef|endnoteRef):\\d+]");
    private static final int MAX_CAUSES = 20;

    private OldOfficeDocument() {}

    static SourceDocument read(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        boolean hasSlides = format == Format.OLD_POWERPOINT;
        var blocks = new XhtmlBlocks(budget, hasSlides);
        var metadata = new Metadata();
        Parser parser = format == Format.RTF ? new RTFParser() : new OfficeParser();
        try (TikaInputStream in = TikaInputStream.get(file.path())) {
            parser.parse(in, blocks, metadata, context());
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError | LinkageError e) {
            // LinkageError: only the library classes for text are on the class path, so a rare feature may miss its
            // class
            throw problem(file, format, e);
        }
        String title = metadata.get(TikaCoreProperties.TITLE);
        String unit = hasSlides ? SourceDocument.SLIDES : "段落";
        return new SourceDocument(
                file.name(), title == null ? "" : title, unit, withoutReferences(blocks.blocks()), List.of());
    }

    private static ParseContext context() {
        var office = new OfficeParserConfig();
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeSlideMasterContent(false);
        office.setIncludeDeletedContent(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static SourceFormatException problem(SourceFile file, Format format, Throwable problem) {
        @Nullable Throwable cause = problem;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof DocumentLimitException over) {
                return UnreadableMessages.overLimit(file, over.excess());
            }
            if (cause instanceof EncryptedDocumentException) {
                return UnreadableMessages.encrypted(file);
            }
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return UnreadableMessages.zipBomb(file);
            }
            cause = cause.getCause();
        }
        return UnreadableMessages.corrupt(file, format);
    }

    private static List<Block> withoutReferences(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new Block(
                        block.kind(),
                        block.level(),
                        NOTE_REFERENCE.matcher(block.text()).replaceAll(""),
                        block.place()))
                .filter(block -> !JapaneseText.strip(block.text()).isEmpty())
                .toList();
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
