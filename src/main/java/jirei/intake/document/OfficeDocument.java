package jirei.intake.document;

import java.io.IOException;
import java.util.List;
import jirei.intake.office.OpenDocumentText;
import jirei.intake.office.WordDocument;
import jirei.intake.slides.OpenDocumentSlides;
import jirei.intake.slides.PowerPointSlides;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.Format;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import jirei.intake.source.XmlHandler;
import jirei.intake.source.XmlParts;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads Word, PowerPoint and OpenDocument files that are archives of XML parts. Stateless. */
final class OfficeDocument {
    private OfficeDocument() {}

    static SourceDocument read(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        ZipStructure.check(file, format);
        try (XmlParts parts = XmlParts.open(file.path())) {
            var manifest = new Encryption(budget);
            parts.parse("META-INF/manifest.xml", manifest);
            if (manifest.isEncrypted) {
                throw UnreadableMessages.encrypted(file);
            }
            var properties = new Title(budget);
            parts.parse("docProps/core.xml", properties);
            parts.parse("meta.xml", properties);
            boolean hasSlides = format == Format.POWERPOINT || format == Format.OPEN_PRESENTATION;
            return new SourceDocument(
                    file.name(),
                    properties.title.toString(),
                    hasSlides ? SourceDocument.SLIDES : "段落",
                    blocks(parts, format, budget),
                    List.of());
        } catch (SAXException | IOException e) {
            throw UnreadableMessages.corrupt(file, format);
        }
    }

    private static List<Block> blocks(XmlParts parts, Format format, Budget budget) throws IOException, SAXException {
        return switch (format) {
            case WORD -> WordDocument.read(parts, budget);
            case POWERPOINT -> PowerPointSlides.read(parts, budget);
            case OPEN_PRESENTATION -> OpenDocumentSlides.read(parts, budget);
            default -> OpenDocumentText.read(parts, budget);
        };
    }

    /** Receives the title in the properties of a file. */
    private static final class Title extends XmlHandler {
        private final StringBuilder title = new StringBuilder();
        private boolean inTitle;

        Title(Budget budget) {
            super(budget);
        }

        @Override
        protected void start(String name, Attributes attributes) {
            inTitle = name.equals("title");
        }

        @Override
        protected void text(String text) {
            if (inTitle) {
                title.append(text);
            }
        }

        @Override
        protected void end(String name) {
            inTitle = false;
        }
    }

    /** Receives the manifest of an OpenDocument file, which names the parts that are encrypted. */
    private static final class Encryption extends XmlHandler {
        private boolean isEncrypted;

        Encryption(Budget budget) {
            super(budget);
        }

        @Override
        protected void start(String name, Attributes attributes) {
            isEncrypted |= name.equals("encryption-data");
        }

        @Override
        protected void end(String name) {
            // nothing was started
        }
    }
}
