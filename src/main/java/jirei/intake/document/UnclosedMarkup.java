package jirei.intake.document;

import java.util.EnumSet;
import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Makes the time for comments and the like that are not closed linear: commonmark searches the rest of the block for
 * the end of each one. Once an end is missing, later starts of the same kind are text, which they are for commonmark
 * too. Not thread-safe; there is one for each block.
 */
final class UnclosedMarkup implements InlineContentParser {
    /** A kind of inline HTML that extends up to a fixed end. */
    private enum Kind {
        COMMENT("!--", "-->"),
        CDATA("![CDATA[", "]]>"),
        INSTRUCTION("?", "?>"),
        DECLARATION("!", ">");

        private final String start;
        private final String end;

        Kind(String start, String end) {
            this.start = start;
            this.end = end;
        }
    }

    private final Set<Kind> unclosed = EnumSet.noneOf(Kind.class);

    /** Returns the factory for {@link org.commonmark.parser.Parser.Builder#customInlineContentParserFactory}. */
    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('<');
            }

            @Override
            public InlineContentParser create() {
                return new UnclosedMarkup();
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position afterSign = scanner.position();
        for (Kind kind : Kind.values()) {
            scanner.setPosition(afterSign);
            if (scanner.next(kind.start)) {
                boolean isClosed = !unclosed.contains(kind) && finds(scanner, kind.end);
                if (isClosed) {
                    return ParsedInline.none();
                }
                unclosed.add(kind);
                return ParsedInline.of(new Text("<"), afterSign);
            }
        }
        return ParsedInline.none();
    }

    private static boolean finds(Scanner scanner, String end) {
        while (scanner.find(end.charAt(0)) >= 0) {
            if (scanner.next(end)) {
                return true;
            }
            scanner.next();
        }
        return false;
    }
}
