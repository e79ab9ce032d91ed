package jirei.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case (事例): who did what where, in sections.
 *
 * @param id stable and unique in the corpus, ASCII letters, digits, {@code -}, {@code _} and {@code .}, as in mieruka-h29-12
 * @param number the number printed in its collection, from 1; null where it has none
 * @param title what the case is about, in one line
 * @param collection the case collection it stands in; empty where it stands alone
 * @param year the fiscal year in western count, as in 2017; null where it isn't known
 * @param prefecture where it happened; null where it isn't known
 * @param place the place as printed; empty where none is named
 * @param region the region in numbers
 * @param source where it was published
 * @param sections the sections in reading order, at least one, with ids of their own
 */
public record CaseStudy(
        String id,
        @Nullable Integer number,
        String title,
        String collection,
        @Nullable Integer year,
        @Nullable Prefecture prefecture,
        String place,
        RegionFigures region,
        Source source,
        List<Section> sections) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * @throws IllegalArgumentException if a component is out of its range, a section id stands twice or a parent is missing
     */
    public CaseStudy {
        requireId(id);
        require(number == null || number >= 1, "number must be >= 1, got " + number);
        require(
                year == null || (year >= 1868 && year <= 2999),
                "year must be a western year such as 2017, got " + year);
        title = title.strip();
        require(!title.isEmpty(), "title must not be empty");
        collection = collection.strip();
        place = place.strip();
        sections = List.copyOf(sections);
        require(!sections.isEmpty(), "a case needs at least one section");
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            require(ids.add(section.id()), "section id " + section.id() + " stands twice");
        }
        for (Section section : sections) {
            require(
                    section.parent().isEmpty()
                            || (ids.contains(section.parent())
                                    && !section.parent().equals(section.id())),
                    "section " + section.id() + " stands in \"" + section.parent() + "\", which is no other section");
        }
    }

    /** The section with the id {@code sectionId}; empty where the case has none. */
    public Optional<Section> section(String sectionId) {
        return sections.stream()
                .filter(section -> section.id().equals(sectionId))
                .findFirst();
    }

    /** The same case with other sections. */
    public CaseStudy withSections(List<Section> others) {
        return new CaseStudy(id, number, title, collection, year, prefecture, place, region, source, others);
    }

    /**
     * Checks that {@code id} can name a case.
     *
     * @throws IllegalArgumentException if it can't
     */
    public static void requireId(String id) {
        require(ID.matcher(id).matches(), "case id must look like mieruka-h29-12, got \"" + id + "\"");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
