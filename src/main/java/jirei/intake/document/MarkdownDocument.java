package jirei.intake.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.intake.source.Budget;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads Markdown by rendering it to HTML whose elements have their line numbers as attributes. Stateless. */
final class MarkdownDocument {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Pattern FRONT_MATTER =
            Pattern.compile("---[ \\t]*\\R((?s:.{0,20000}?))\\R---[ \\t]*(?:\\R|$)");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$");

    private MarkdownDocument() {}

    static SourceDocument read(SourceFile file, String markdown, Budget budget)
            throws IOException, SourceFormatException {
        var frontMatter = FRONT_MATTER.matcher(markdown);
        boolean hasFrontMatter = frontMatter.lookingAt();
        String body = hasFrontMatter ? blankUntil(markdown, frontMatter.end()) : markdown;
        SourceDocument document = HtmlDocument.parse(file, html(body), "行", budget);
        var title = TITLE.matcher(hasFrontMatter ? frontMatter.group(1) : "");
        return new SourceDocument(
                document.name(), title.find() ? title.group(1) : "", document.unit(), document.blocks(), List.of());
    }

    /** Replaces the lines before {@code end} by empty ones, so that line numbers do not change. */
    private static String blankUntil(String markdown, int end) {
        return "\n".repeat((int) markdown.substring(0, end).lines().count()) + markdown.substring(end);
    }

    private static String html(String markdown) {
        Node root = Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .customInlineContentParserFactory(UnclosedMarkup.factory())
                .maxOpenBlockParsers(Limits.MAX_NESTING)
                .build()
                .parse(markdown);
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> MarkdownDocument::addLine)
                .build()
                .render(root);
    }

    private static void addLine(Node node, String tag, Map<String, String> attributes) {
        if (!node.getSourceSpans().isEmpty()) {
            int line = node.getSourceSpans().getFirst().getLineIndex() + 1;
            attributes.put(XhtmlBlocks.LINE, String.valueOf(line));
        }
    }
}
