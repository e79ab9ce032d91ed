package jirei.cases;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Section (節) of a case, the unit of search. Immutable.
 *
 * @param id stable id, unique within its case and used as URL fragment: up to 100 ASCII letters, digits, {@code -} and
 *     {@code _}
 * @param kind role of the section in its case
 * @param heading heading in one line; empty if the section has none
 * @param parent id of the section that contains this one; empty at the top level
 * @param actors actors by canonical name, distinct, most active first; may be empty
 * @param themes themes in the order of {@link Theme}, distinct; may be empty
 * @param text paragraphs, one per line, without empty lines; empty for a heading alone
 * @param pages pages of the source document; null if unknown
 * @param ocrConfidence mean confidence in percent, 0 to 100, of the text that was read from pictures of pages (OCR); null
 *     if none was
 * @param facets the values of the facets of the corpus that it mentions
 */
public record Section(
        String id,
        SectionKind kind,
        String heading,
        String parent,
        List<Actor> actors,
        List<Theme> themes,
        String text,
        @Nullable Pages pages,
        @Nullable Integer ocrConfidence,
        OwnValues facets) {
    /** The maximum of {@link #ocrConfidence}. */
    public static final int MAX_CONFIDENCE = 100;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /**
     * @throws IllegalArgumentException if {@code id} is not a valid section id, both heading and text are empty, or the
     *     confidence is out of range
     */
    public Section {
        requireId(id);
        heading = VisibleText.oneLine(replaceNul(heading));
        text = replaceNul(text)
                .lines()
                .map(VisibleText::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        if (heading.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("section " + id + " has neither heading nor text");
        }
        if (ocrConfidence != null && (ocrConfidence < 0 || ocrConfidence > MAX_CONFIDENCE)) {
            throw new IllegalArgumentException("confidence must be 0 to 100, got " + ocrConfidence);
        }
        actors = actors.stream().distinct().toList();
        themes = themes.stream().distinct().sorted().toList();
    }

    /** Creates a section that mentions no facet of the corpus. */
    public Section(
            String id,
            SectionKind kind,
            String heading,
            String parent,
            List<Actor> actors,
            List<Theme> themes,
            String text,
            @Nullable Pages pages,
            @Nullable Integer ocrConfidence) {
        this(id, kind, heading, parent, actors, themes, text, pages, ocrConfidence, OwnValues.NONE);
    }

    /** Creates a section of whose text none was read by OCR. */
    public Section(
            String id,
            SectionKind kind,
            String heading,
            String parent,
            List<Actor> actors,
            List<Theme> themes,
            String text,
            @Nullable Pages pages) {
        this(id, kind, heading, parent, actors, themes, text, pages, null);
    }

    /** Creates a section whose pages are unknown. */
    public Section(
            String id,
            SectionKind kind,
            String heading,
            String parent,
            List<Actor> actors,
            List<Theme> themes,
            String text) {
        this(id, kind, heading, parent, actors, themes, text, null);
    }

    /** Returns the paragraphs of the text in order. */
    public List<String> paragraphs() {
        return text.lines().toList();
    }

    /** Returns this section with its actors replaced. */
    public Section withActors(List<Actor> newActors) {
        return new Section(id, kind, heading, parent, newActors, themes, text, pages, ocrConfidence, facets);
    }

    /** Returns this section as one whose text was read by OCR with {@code confidence} in percent. */
    public Section readByOcr(int confidence) {
        return new Section(id, kind, heading, parent, actors, themes, text, pages, confidence, facets);
    }

    /** Returns this section with another parent. */
    public Section withParent(String newParent) {
        return new Section(id, kind, heading, newParent, actors, themes, text, pages, ocrConfidence, facets);
    }

    /** Returns this section with its values of the facets of the corpus replaced. */
    public Section withFacets(OwnValues newFacets) {
        return new Section(id, kind, heading, parent, actors, themes, text, pages, ocrConfidence, newFacets);
    }

    /** Returns this section with {@code paragraph} of {@code page} at its end; its known pages reach to that one. */
    public Section withParagraph(String paragraph, int page) {
        Pages reaching = pages == null ? null : new Pages(Math.min(pages.first(), page), Math.max(pages.last(), page));
        String newText = text + "\n" + paragraph;
        return new Section(id, kind, heading, parent, actors, themes, newText, reaching, ocrConfidence, facets);
    }

    /** Returns this section with its text replaced. */
    public Section withText(String newText) {
        return new Section(id, kind, heading, parent, actors, themes, newText, pages, ocrConfidence, facets);
    }

    /**
     * Checks that {@code id} has the format of a section id.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("section id must look like s1-2, got \"" + id + "\"");
        }
    }

    /**
     * Replaces NUL, which some consumers, such as a highlighter, take for the end of the text. CommonMark does the
     * same.
     */
    private static String replaceNul(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
