package jirei.cases;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The unit of search: a headed part of a case (節).
 *
 * @param id unique in its case and stable, used as the URL fragment: ASCII letters, digits, {@code -} and {@code _}
 * @param kind what part the section plays
 * @param heading the heading in one line; empty where the section has none
 * @param parent the id of the main section it stands in; empty where it stands in none
 * @param actors who acts in it, canonical names, without repetition, the most active first
 * @param themes what it is about, in the order of {@link Theme}
 * @param text the paragraphs, one a line, without empty lines; empty for a bare heading
 */
public record Section(
        String id,
        SectionKind kind,
        String heading,
        String parent,
        List<Actor> actors,
        List<Theme> themes,
        String text) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    /**
     * @throws IllegalArgumentException if {@code id} is no section id, or heading and text are both empty
     */
    public Section {
        requireId(id);
        heading = oneLine(whole(heading));
        text = whole(text)
                .lines()
                .map(Section::trim)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        if (heading.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("section " + id + " has neither heading nor text");
        }
        actors = actors.stream().distinct().toList();
        themes = themes.stream().distinct().sorted().toList();
    }

    /** The paragraphs of the text, in order. */
    public List<String> paragraphs() {
        return text.lines().toList();
    }

    /** The same section with other actors. */
    public Section withActors(List<Actor> others) {
        return new Section(id, kind, heading, parent, others, themes, text);
    }

    /**
     * Checks that {@code id} can name a section.
     *
     * @throws IllegalArgumentException if it can't
     */
    public static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("section id must look like s1-2, got \"" + id + "\"");
        }
    }

    /** NUL would end the text for some who read it, such as a highlighter; CommonMark has the same letter in its place. */
    private static String whole(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String oneLine(String heading) {
        return heading.lines()
                .map(Section::trim)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Strips what white space is, the no-break space and the full-width space among it. */
    private static String trim(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && isBlank(line.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
