package jirei.intake.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Encoding;
import jirei.intake.source.Format;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.SAXException;

/** Reads HTML, well-formed or not. Stateless. */
final class HtmlDocument {
    private static final Pattern DECLARED_CHARSET =
            Pattern.compile("(?i)<(?:meta|\\?xml)[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)");
    /** Number of bytes that are searched for a declared charset. */
    private static final int CHARSET_SEARCH_BYTES = 4096;

    private HtmlDocument() {}

    static SourceDocument read(SourceFile file, byte[] bytes, Budget budget) throws IOException, SourceFormatException {
        String html =
                Encoding.decode(bytes, declaredCharset(bytes)).orElseThrow(() -> UnreadableMessages.encoding(file));
        return parse(file, html, "段落", budget);
    }

    /** Parses decoded HTML; {@code unit} is the unit of the blocks' positions. */
    static SourceDocument parse(SourceFile file, String html, String unit, Budget budget)
            throws IOException, SourceFormatException {
        var blocks = new XhtmlBlocks(budget);
        var context = new ParseContext();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EncodingDetector.class, (in, metadata) -> StandardCharsets.UTF_8);
        try {
            var in = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
            new JSoupParser().parse(in, blocks, new Metadata(), context);
        } catch (SAXException | TikaException e) {
            throw e.getCause() instanceof DocumentLimitException over
                    ? UnreadableMessages.overLimit(file, over.excess())
                    : UnreadableMessages.corrupt(file, Format.HTML);
        }
        return new SourceDocument(file.name(), blocks.title(), unit, blocks.blocks(), List.of());
    }

    private static Optional<Charset> declaredCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, CHARSET_SEARCH_BYTES), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED_CHARSET.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        try {
            // documents declared as Shift_JIS use the extensions of windows-31j
            String name = declared.group(1).matches("(?i)(x-)?(shift|s)[_-]?jis") ? "windows-31j" : declared.group(1);
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
