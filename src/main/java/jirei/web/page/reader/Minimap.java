package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.List;
import jirei.web.page.MarkedText;
import jirei.web.page.Part;

/**
 * A case from above: how long each section is and where in it something matches.
 *
 * @param stretches the sections in reading order
 * @param height how high all of them are together
 */
public record Minimap(List<Stretch> stretches, int height) {
    /** So much room has a heading, in characters of text. */
    private static final int HEADING = 60;
    /** Characters that make one unit of height. */
    private static final int SCALE = 10;

    private static final int GAP = 3;

    public Minimap {
        stretches = List.copyOf(stretches);
    }

    /**
     * A section.
     *
     * @param of the section's id
     * @param y where it begins
     * @param height how high it is
     * @param name what a link to it is called; empty where nothing matches in it
     * @param hits a path with a line for each match; empty where nothing matches
     */
    public record Stretch(String of, int y, int height, String name, String hits) {
        /** Whether anything matches in it. */
        public boolean isHit() {
            return !hits.isEmpty();
        }
    }

    static Minimap of(List<CasePage.Block> blocks) {
        List<Stretch> stretches = new ArrayList<>();
        int y = 0;
        for (SectionView section :
                blocks.stream().flatMap(block -> block.sections().stream()).toList()) {
            Stretch stretch = stretch(section, y);
            stretches.add(stretch);
            y += stretch.height() + GAP;
        }
        return new Minimap(stretches, y);
    }

    private static Stretch stretch(SectionView section, int y) {
        var hits = new StringBuilder();
        int end = Math.max(HEADING, mark(section.heading(), 0, y, hits));
        for (MarkedText paragraph : section.paragraphs()) {
            end = mark(paragraph, end, y, hits);
        }
        String name = section.isHit() ? section.name() + "（" + section.hits() + "）" : "";
        return new Stretch(section.id(), y, end / SCALE + 2, name, hits.toString());
    }

    /** Draws the matches of {@code text}, which begins {@code from} characters into its section; where it ends. */
    private static int mark(MarkedText text, int from, int y, StringBuilder hits) {
        int at = from;
        for (Part part : text.parts()) {
            if (part instanceof Part.Marked) {
                hits.append("M0 ").append(y + 1 + at / SCALE).append("h40");
            }
            at += part.text().length();
        }
        return at;
    }
}
