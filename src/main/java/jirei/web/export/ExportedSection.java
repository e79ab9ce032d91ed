package jirei.web.export;

import java.time.LocalDate;
import java.util.List;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.Section;
import jirei.cases.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A section, or a case as a whole, as it leaves the program.
 *
 * @param rank its place in the list, from 1
 * @param caseStudy the case
 * @param section the section; null for the case as a whole
 * @param note what somebody noted about it; may be empty
 * @param url where it can be found in this program, whole
 * @param citation how it is quoted
 */
public record ExportedSection(
        int rank, CaseStudy caseStudy, @Nullable Section section, String note, String url, Citation citation) {
    /** {@code section} of {@code caseStudy}, or the case as a whole, found at {@code url} on {@code today}. */
    public static ExportedSection of(
            int rank, CaseStudy caseStudy, @Nullable Section section, String note, String url, LocalDate today) {
        Citation citation = section == null ? Citation.of(caseStudy, today) : Citation.of(caseStudy, section, today);
        return new ExportedSection(rank, caseStudy, section, note, url, citation);
    }

    /** What identifies it in the corpus, as in mieruka-h29-12:s1-2; the case alone for a case. */
    String key() {
        return caseStudy.id() + (section == null ? "" : ":" + section.id());
    }

    /** The section's heading, or its kind where it has none; empty for a case. */
    String heading() {
        if (section == null) {
            return "";
        }
        return section.heading().isEmpty() ? section.kind().label() : section.heading();
    }

    /** The heading of the main section; empty where it stands in none. */
    String mainHeading() {
        return section == null
                ? ""
                : caseStudy.section(section.parent()).map(Section::heading).orElse("");
    }

    /** The kind in words. */
    String kind() {
        return section == null ? "事例全体" : section.kind().label();
    }

    /** The prefecture in full; empty where it isn't known. */
    String prefecture() {
        return caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
    }

    /** Prefecture, place and number, those that are known. */
    String where() {
        String place = caseStudy.place().equals(prefecture()) ? "" : caseStudy.place();
        String number = caseStudy.number() == null ? "" : "事例" + caseStudy.number();
        return String.join(" ", List.of(prefecture(), place, number))
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** The names of who acts in the section. */
    List<String> actors() {
        return section == null
                ? List.of()
                : section.actors().stream().map(Actor::name).toList();
    }

    /** The themes of the section, letter and title. */
    List<String> themes() {
        return section == null
                ? List.of()
                : section.themes().stream().map(Theme::label).toList();
    }

    /** The section's paragraphs. */
    List<String> paragraphs() {
        return section == null ? List.of() : section.paragraphs();
    }
}
