package jirei.web.export;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.OwnValues;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.web.page.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * A section or a whole case to be exported. Immutable.
 *
 * @param rank the rank in the list, from 1
 * @param caseStudy the case
 * @param section the section; null for the whole case
 * @param note the note of the reader; may be empty
 * @param url the absolute URL in this program
 * @param citation the citation
 * @param passages the passages that match a search, highlighted; empty for none, so that the whole text is shown
 */
public record ExportedSection(
        int rank,
        CaseStudy caseStudy,
        @Nullable Section section,
        String note,
        String url,
        Citation citation,
        List<MarkedText> passages) {
    public ExportedSection {
        passages = List.copyOf(passages);
    }

    /**
     * Returns {@code section} of {@code caseStudy}, or the whole case if it is null.
     *
     * @param url the absolute URL in this program
     * @param today the date of access
     */
    public static ExportedSection of(
            int rank, CaseStudy caseStudy, @Nullable Section section, String note, String url, LocalDate today) {
        Citation citation = section == null ? Citation.of(caseStudy, today) : Citation.of(caseStudy, section, today);
        return new ExportedSection(rank, caseStudy, section, note, url, citation, List.of());
    }

    /** Returns this section with the passages that match. */
    public ExportedSection withPassages(List<MarkedText> matching) {
        return new ExportedSection(rank, caseStudy, section, note, url, citation, matching);
    }

    /** The id in the corpus, such as mieruka-h29-12:s1-2; the case id for a whole case. */
    String key() {
        return caseStudy.id() + (section == null ? "" : ":" + section.id());
    }

    /** The URL of the publication; if it has none, that in this program. */
    String citedUrl() {
        return citation.url().isEmpty() ? url : citation.url();
    }

    /** The heading of the section, or its kind if it has none; empty for a whole case. */
    String heading() {
        if (section == null) {
            return "";
        }
        return section.heading().isEmpty() ? section.kind().label() : section.heading();
    }

    /** The heading of the main section; empty if there is none. */
    String mainHeading() {
        return section == null
                ? ""
                : caseStudy.section(section.parent()).map(Section::heading).orElse("");
    }

    /** The kind in words. */
    String kind() {
        return section == null ? "事例全体" : section.kind().label();
    }

    /** The full name of the prefecture; empty if unknown. */
    String prefecture() {
        return caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
    }

    /** Prefecture, place and number as far as they are known. */
    String location() {
        String place = caseStudy.place().equals(prefecture()) ? "" : caseStudy.place();
        String number = caseStudy.number() == null ? "" : "事例" + caseStudy.number();
        return String.join(" ", List.of(prefecture(), place, number))
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** The names of the actors of the section. */
    List<String> actors() {
        return section == null
                ? List.of()
                : section.actors().stream().map(Actor::name).toList();
    }

    /** The themes of the section as letter and title. */
    List<String> themes() {
        return section == null
                ? List.of()
                : section.themes().stream().map(Theme::label).toList();
    }

    /** The values of the facets that the corpus declares, of the section or of the whole case. */
    OwnValues facets() {
        return section == null
                ? caseStudy.facets()
                : caseStudy.withFacetsOfCase(section).facets();
    }

    /** The themes and the values of the facets that the corpus declares. */
    List<String> categories() {
        return Stream.concat(
                        themes().stream(), facets().values().values().stream().flatMap(List::stream))
                .toList();
    }

    /** What the section is about in single words: actors, themes and values. */
    List<String> keywords() {
        return Stream.concat(actors().stream(), categories().stream()).toList();
    }

    /** The paragraphs of the section. */
    List<String> paragraphs() {
        return section == null ? List.of() : section.paragraphs();
    }
}
