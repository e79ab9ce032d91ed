package jirei.corpus.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.DiagnosticCollector;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a list item below a heading says of the section, as in {@code 種別: ポイント}.
 *
 * @param line the line of the item
 * @param name one of {@link #KIND}, {@link #ACTORS}, {@link #THEMES} and {@link #PARENT}
 * @param value what stands behind the colon; may be empty
 */
record SectionAttribute(int line, String name, String value) {
    static final String KIND = "種別";
    static final String ACTORS = "主体";
    static final String THEMES = "テーマ";
    static final String PARENT = "親";

    /** The value that says that there is none. */
    static final String NONE = "なし";

    private static final Pattern FORM =
            Pattern.compile("(" + KIND + "|" + ACTORS + "|" + THEMES + "|" + PARENT + ")\\s*[:：](.*)");

    /** The attribute that {@code item} says; null where it is a list item as any other. */
    static @Nullable SectionAttribute of(Node item, int line, DiagnosticCollector faults) {
        List<String> lines = MarkdownText.linesInside(item);
        Matcher form = FORM.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!form.matches()) {
            return null;
        }
        if (lines.size() > 1) {
            faults.add(line, "「" + form.group(1) + "」の行のすぐ下に文が続いているため、あいだに空行を一つ入れてください");
        }
        return new SectionAttribute(line, form.group(1), form.group(2).strip());
    }
}
