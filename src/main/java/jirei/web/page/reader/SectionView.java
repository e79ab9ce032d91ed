package jirei.web.page.reader;

import java.util.List;
import jirei.web.page.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * A section in its case.
 *
 * @param id the section's id, which is its URL fragment
 * @param level the level of its heading, 2 to 4
 * @param kind its kind in words
 * @param showsKind whether its kind is told: not where it goes without saying
 * @param kindId its kind as style sheets know it
 * @param heading its heading; without parts where it has none
 * @param paragraphs its text
 * @param actors who acts, by name
 * @param themes what it is about, letter and title
 * @param permalink where it can always be found
 * @param similarUrl where sections of other cases stand that are like it
 * @param hits how much matches in it, in words; empty where nothing does
 * @param previous the matching section before; null where there is none or nothing matches here
 * @param next the matching section behind; null where there is none or nothing matches here
 */
public record SectionView(
        String id,
        int level,
        String kind,
        boolean showsKind,
        String kindId,
        MarkedText heading,
        List<MarkedText> paragraphs,
        List<String> actors,
        List<String> themes,
        String permalink,
        String similarUrl,
        String hits,
        @Nullable String previous,
        @Nullable String next) {
    public SectionView {
        paragraphs = List.copyOf(paragraphs);
        actors = List.copyOf(actors);
        themes = List.copyOf(themes);
    }

    /** Whether it has a heading of its own. */
    public boolean hasHeading() {
        return !heading.parts().isEmpty();
    }

    /** What links to it are read as. */
    public String name() {
        return hasHeading() ? heading.text() : kind;
    }

    /** Whether anything matches in it. */
    public boolean isHit() {
        return !hits.isEmpty();
    }
}
