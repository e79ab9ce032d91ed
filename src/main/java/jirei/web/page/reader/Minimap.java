package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.List;
import jirei.web.page.MarkedText;
import jirei.web.page.Part;

/**
 * An overview of a case: the length of each section and the positions of the matches. Immutable.
 *
 * @param bars the sections in reading order
 * @param height the height of the whole map, in units
 */
public record Minimap(List<Bar> bars, int height) {
    /** The minimum length of a heading, in characters of text. */
    private static final int MIN_HEADING_LENGTH = 60;
    /** The number of characters that make one unit of height. */
    private static final int CHARACTERS_PER_UNIT = 10;

    private static final int GAP = 3;

    public Minimap {
        bars = List.copyOf(bars);
    }

    /**
     * A section. Immutable.
     *
     * @param sectionId the id of the section
     * @param y the top, in units
     * @param height the height, in units
     * @param name the label of the link to the section; empty if nothing in it matches
     * @param matchPath an SVG path with one line for each match; empty if nothing matches
     */
    public record Bar(String sectionId, int y, int height, String name, String matchPath) {
        /** Whether anything in the section matches. */
        public boolean hasMatches() {
            return !matchPath.isEmpty();
        }
    }

    static Minimap of(List<CasePage.Block> blocks) {
        List<Bar> stretches = new ArrayList<>();
        int y = 0;
        for (SectionView section :
                blocks.stream().flatMap(block -> block.sections().stream()).toList()) {
            Bar bar = bar(section, y);
            stretches.add(bar);
            y += bar.height() + GAP;
        }
        return new Minimap(stretches, y);
    }

    private static Bar bar(SectionView section, int y) {
        var hits = new StringBuilder();
        int end = Math.max(MIN_HEADING_LENGTH, drawMatches(section.heading(), 0, y, hits));
        for (MarkedText paragraph : section.paragraphs()) {
            end = drawMatches(paragraph, end, y, hits);
        }
        String name = section.hasMatches() ? section.name() + "（" + section.matches() + "）" : "";
        return new Bar(section.id(), y, end / CHARACTERS_PER_UNIT + 2, name, hits.toString());
    }

    /**
     * Draws the matches of {@code text} and returns its end.
     *
     * @param from the start of the text within its section, in characters
     * @param y the top of the section, in units
     */
    private static int drawMatches(MarkedText text, int from, int y, StringBuilder hits) {
        int at = from;
        for (Part part : text.parts()) {
            if (part instanceof Part.Match) {
                hits.append("M0 ").append(y + 1 + at / CHARACTERS_PER_UNIT).append("h40");
            }
            at += part.text().length();
        }
        return at;
    }
}
