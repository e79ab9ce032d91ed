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

/** Reads HTML, as well-formed as it may be. */
final class HtmlDocument {
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<(?:meta|\\?xml)[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)");
    private static final int DECLARED_WITHIN = 4096;

    private HtmlDocument() {}

    static SourceDocument read(SourceFile file, byte[] bytes, Budget budget) throws IOException, SourceFormatException {
        String html = Encoding.decode(bytes, declared(bytes)).orElseThrow(() -> UnreadableMessages.encoding(file));
        return parse(file, html, "段落", budget);
    }

    /** Reads HTML that is text already. */
    static SourceDocument parse(SourceFile file, String html, String unit, Budget budget)
            throws IOException, SourceFormatException {
        var blocks = new XhtmlBlocks(budget, false);
        var context = new ParseContext();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EncodingDetector.class, (in, metadata) -> StandardCharsets.UTF_8);
        try {
            var in = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
            new JSoupParser().parse(in, blocks, new Metadata(), context);
        } catch (SAXException | TikaException e) {
            throw e.getCause() instanceof DocumentLimitException over
                    ? UnreadableMessages.overLimit(file, over.excess())
                    : UnreadableMessages.broken(file, Format.HTML);
        }
        return new SourceDocument(file.name(), blocks.title(), unit, blocks.blocks(), List.of());
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        try {
            // what calls itself Shift_JIS has the characters of Windows
            String name = declared.group(1).matches("(?i)(x-)?(shift|s)[_-]?jis") ? "windows-31j" : declared.group(1);
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
