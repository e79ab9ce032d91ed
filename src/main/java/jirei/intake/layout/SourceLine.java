package jirei.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.source.JapaneseText;

/**
 * A line of a source document that is not blank. Immutable.
 *
 * @param number the line number, from 1
 * @param raw the line unchanged
 * @param afterBlankLine whether it is the first line or follows a blank one
 */
public record SourceLine(int number, String raw, boolean afterBlankLine) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000\u00A0]+");
    private static final Pattern PAGE_START = Pattern.compile("[ \f][^ \f].*");
    private static final Pattern PARAGRAPH_START = Pattern.compile("[ \f]*\u3000[^\\s\u3000].*");

    /** Returns the lines of {@code text} that are not blank. */
    public static List<SourceLine> of(List<String> text) {
        List<SourceLine> lines = new ArrayList<>();
        boolean gap = true;
        for (int i = 0; i < text.size(); i++) {
            boolean isEmpty = JapaneseText.strip(text.get(i)).isEmpty();
            if (!isEmpty) {
                lines.add(new SourceLine(i + 1, text.get(i), gap));
            }
            gap = isEmpty;
        }
        return lines;
    }

    /** Returns the line without leading and trailing spaces. */
    public String text() {
        return JapaneseText.strip(raw);
    }

    /** Returns the line without any space, for words that are letter-spaced in print. */
    public String withoutSpaces() {
        return BLANKS.matcher(raw).replaceAll("");
    }

    /** Returns the concatenation of {@code lines} without any space. */
    public static String withoutSpaces(List<SourceLine> lines) {
        return lines.stream().map(SourceLine::withoutSpaces).collect(Collectors.joining());
    }

    /** Returns the width in full-width characters. */
    public double width() {
        return JapaneseText.width(raw);
    }

    /** Returns whether the line starts a page: text extraction leaves one space in place of the form feed. */
    public boolean startsPage() {
        return PAGE_START.matcher(raw).matches();
    }

    /** Returns whether the line starts a paragraph: it is indented by a full-width space. */
    public boolean startsParagraph() {
        return PARAGRAPH_START.matcher(raw).matches();
    }

    /** Returns whether the line starts with a space. */
    public boolean isIndented() {
        return !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\u3000');
    }
}
