package jirei.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.jspecify.annotations.Nullable;

/**
 * What a list item below a heading says of the section, as in {@code 種別: ポイント}.
 *
 * @param name one of {@link #KIND}, {@link #ACTORS}, {@link #THEMES} and {@link #PARENT}
 */
record SectionAttribute(int line, String name, String value) {
    static final String KIND = "種別";
    static final String ACTORS = "主体";
    static final String THEMES = "テーマ";
    static final String PARENT = "親";

    /** The value that says that there is none. */
    static final String NONE = "なし";

    private static final Pattern FORM =
            Pattern.compile("(" + KIND + "|" + ACTORS + "|" + THEMES + "|" + PARENT + ")\\s*[:：](.*)", Pattern.DOTALL);

    /** The attribute that {@code item} says; null where it is a list item as any other. */
    static @Nullable SectionAttribute of(Node item, int line, Faults faults) {
        Matcher form = FORM.matcher(BlockText.inside(item));
        if (!form.matches()) {
            return null;
        }
        if (item.getFirstChild() != item.getLastChild() || hasLineBreak(item)) {
            faults.add(line, "「" + form.group(1) + "」の行のすぐ下に文が続いているため、あいだに空行を一つ入れてください");
        }
        return new SectionAttribute(line, form.group(1), form.group(2).strip());
    }

    private static boolean hasLineBreak(Node item) {
        boolean[] found = {false};
        item.accept(new AbstractVisitor() {
            @Override
            public void visit(SoftLineBreak lineBreak) {
                found[0] = true;
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
