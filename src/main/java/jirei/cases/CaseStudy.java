package jirei.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case (事例): the report of one initiative, divided into sections. Immutable.
 *
 * @param id stable id, unique in the corpus: up to 100 ASCII letters, digits, {@code -}, {@code _} and {@code .},
 *     starting with a letter or digit, e.g. mieruka-h29-12
 * @param number the number printed in its collection, from 1; null if it has none
 * @param title title in one line; not empty
 * @param collection name of its case collection; empty if it belongs to none
 * @param year fiscal year as a Gregorian year, 1868 to 2999; null if unknown
 * @param prefecture prefecture of the initiative; null if unknown
 * @param place place as printed; empty if none is named
 * @param region figures of the region
 * @param source publication
 * @param facets values of the facets of the corpus, which hold for all sections that do not mention the facet
 * @param sections sections in reading order, at least one, with distinct ids
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
        OwnValues facets,
        List<Section> sections) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * @throws IllegalArgumentException if a component is out of range, a section id is not unique, or a parent is
     *     missing
     */
    public CaseStudy {
        requireId(id);
        require(number == null || number >= 1, "number must be >= 1, got " + number);
        require(
                year == null || (year >= 1868 && year <= 2999),
                "year must be a western year such as 2017, got " + year);
        title = VisibleText.oneLine(title);
        require(!title.isEmpty(), "title must not be empty");
        collection = VisibleText.oneLine(collection);
        place = VisibleText.oneLine(place);
        sections = List.copyOf(sections);
        require(!sections.isEmpty(), "a case needs at least one section");
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            require(ids.add(section.id()), "section id " + section.id() + " is not unique");
        }
        for (Section section : sections) {
            require(
                    section.parent().isEmpty()
                            || (ids.contains(section.parent())
                                    && !section.parent().equals(section.id())),
                    "parent of section " + section.id() + " must be another section, got \"" + section.parent() + "\"");
        }
    }

    /** Creates a case without values of the facets of the corpus. */
    public CaseStudy(
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
        this(id, number, title, collection, year, prefecture, place, region, source, OwnValues.NONE, sections);
    }

    /** Returns the section with the id {@code sectionId}; empty if the case has none. */
    public Optional<Section> section(String sectionId) {
        return sections.stream()
                .filter(section -> section.id().equals(sectionId))
                .findFirst();
    }

    /** Returns the full names of the municipalities that place and region name; empty if the prefecture is unknown. */
    public List<String> municipalities() {
        return prefecture == null
                ? List.of()
                : Stream.of(place, region.name())
                        .flatMap(name -> Municipalities.namedIn(prefecture, name).stream())
                        .distinct()
                        .toList();
    }

    /** Returns {@code section} with the values of the facets of the corpus that it has from this case. */
    public Section withFacetsOfCase(Section section) {
        return section.withFacets(section.facets().within(facets));
    }

    /** Returns this case with its sections replaced. */
    public CaseStudy withSections(List<Section> newSections) {
        return new CaseStudy(
                id, number, title, collection, year, prefecture, place, region, source, facets, newSections);
    }

    /** Returns this case with its region replaced. */
    public CaseStudy withRegion(RegionFigures newRegion) {
        return new CaseStudy(
                id, number, title, collection, year, prefecture, place, newRegion, source, facets, sections);
    }

    /** Returns the position of the section {@code sectionId}, from 0; empty if there is none. */
    public OptionalInt position(String sectionId) {
        return IntStream.range(0, sections.size())
                .filter(i -> sections.get(i).id().equals(sectionId))
                .findFirst();
    }

    /** Returns this case with its source replaced. */
    public CaseStudy withSource(Source newSource) {
        return new CaseStudy(
                id, number, title, collection, year, prefecture, place, region, newSource, facets, sections);
    }

    /**
     * Checks that {@code id} has the format of a case id.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireId(String id) {
        require(ID.matcher(id).matches(), "case id must look like mieruka-h29-12, got \"" + id + "\"");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
