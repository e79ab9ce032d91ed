package jirei.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.source.JapaneseText;

/**
 * A line of the source that is not empty.
 *
 * @param number its number in the source, from 1
 * @param raw the line as it stands there
 * @param afterGap whether an empty line, or nothing, stands before it
 */
public record SourceLine(int number, String raw, boolean afterGap) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000\u00A0]+");
    private static final Pattern PAGE_START = Pattern.compile("[ \f][^ \f].*");
    private static final Pattern PARAGRAPH_START = Pattern.compile("[ \f]*\u3000[^\\s\u3000].*");

    /** The lines of a text that say something. */
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

    /** What stands on the line, without blanks around it. */
    public String text() {
        return JapaneseText.strip(raw);
    }

    /** The line without any blank, for words that are set with blanks between their letters. */
    public String squeezed() {
        return BLANKS.matcher(raw).replaceAll("");
    }

    public static String squeezed(List<SourceLine> lines) {
        return lines.stream().map(SourceLine::squeezed).collect(Collectors.joining());
    }

    public double width() {
        return JapaneseText.width(raw);
    }

    /** Whether a page begins here: extraction leaves one blank where the form feed was. */
    public boolean opensPage() {
        return PAGE_START.matcher(raw).matches();
    }

    /** Whether a paragraph begins here: the first line is indented by a full-width blank. */
    public boolean opensParagraph() {
        return PARAGRAPH_START.matcher(raw).matches();
    }

    public boolean isIndented() {
        return !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\u3000');
    }
}
