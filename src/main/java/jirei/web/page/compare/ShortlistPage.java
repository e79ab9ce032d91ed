package jirei.web.page.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.Section;
import jirei.web.page.Excerpt;
import jirei.web.page.ExportLinks;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A shortlist (候補リスト): one that a link brings, or the place where the browser shows its own.
 *
 * @param frame what stands around it
 * @param items what stands in the list, in its order
 * @param exports the list as a file; empty for an empty list
 * @param compareUrl its cases beside each other; null unless they are two to four
 */
public record ShortlistPage(Frame frame, List<Item> items, List<Link> exports, @Nullable String compareUrl) {
    public ShortlistPage {
        items = List.copyOf(items);
        exports = List.copyOf(exports);
    }

    /**
     * One of the list.
     *
     * @param key what identifies it in URLs and in the browser
     * @param known whether it is in the corpus; where not, only key and note are told
     * @param where place and number of the case
     * @param kind what it is
     * @param heading the section's heading, or the case's title
     * @param caseTitle the case's title; empty for a case
     * @param beginning how the text begins; may be empty
     * @param note what somebody noted; may be empty
     * @param url where it can be read
     * @param citation how it is quoted
     */
    public record Item(
            String key,
            boolean known,
            String where,
            String kind,
            String heading,
            String caseTitle,
            String beginning,
            String note,
            String url,
            String citation) {
        /** {@code item}, which stands in {@code caseStudy}; null where the corpus has no such case. */
        public static Item of(ShortlistItem item, @Nullable CaseStudy caseStudy, LocalDate today) {
            if (caseStudy == null) {
                return unknown(item);
            }
            if (item.sectionId() == null) {
                return ofCase(item, caseStudy, today);
            }
            Optional<Section> section = caseStudy.section(item.sectionId());
            return section.map(found -> ofSection(item, caseStudy, found, today))
                    .orElseGet(() -> unknown(item));
        }

        private static Item unknown(ShortlistItem item) {
            return new Item(item.key(), false, "", "", item.key(), "", "", item.note(), "", "");
        }

        private static Item ofCase(ShortlistItem item, CaseStudy caseStudy, LocalDate today) {
            return new Item(
                    item.key(),
                    true,
                    where(caseStudy),
                    "事例全体",
                    caseStudy.title(),
                    "",
                    "",
                    item.note(),
                    SearchState.NOTHING.caseUrl(caseStudy.id()),
                    Citation.of(caseStudy, today).sist02());
        }

        private static Item ofSection(ShortlistItem item, CaseStudy caseStudy, Section section, LocalDate today) {
            return new Item(
                    item.key(),
                    true,
                    where(caseStudy),
                    section.kind().label(),
                    section.heading().isEmpty() ? section.kind().label() : section.heading(),
                    caseStudy.title(),
                    section.text().isEmpty()
                            ? ""
                            : Excerpt.of(section.paragraphs().getFirst(), List.of())
                                    .text(),
                    item.note(),
                    SearchState.NOTHING.sectionUrl(caseStudy.id(), section.id()),
                    Citation.of(caseStudy, section, today).sist02());
        }

        private static String where(CaseStudy caseStudy) {
            return (Wording.where(caseStudy.prefecture(), caseStudy.place()) + " " + Wording.number(caseStudy.number()))
                    .strip();
        }

        /** Whether somebody noted something. */
        public boolean hasNote() {
            return !note.isEmpty();
        }

        /** Whether it is a section of a case. */
        public boolean hasCase() {
            return !caseTitle.isEmpty();
        }
    }

    /** The page for {@code items}; without any it is for the browser to fill. */
    public static ShortlistPage of(List<Item> items, Frame.AssetUrls assets) {
        return new ShortlistPage(
                new Frame("候補リスト", SearchState.NOTHING, assets, Frame.Form.AT_HEAD),
                items,
                exports(items),
                compareUrl(items));
    }

    private static List<Link> exports(List<Item> items) {
        List<QueryString.Parameter> parameters = items.stream()
                .filter(Item::known)
                .flatMap(item -> Stream.of(
                                new QueryString.Parameter("item", item.key()),
                                new QueryString.Parameter("note", item.note()))
                        .filter(parameter -> !parameter.value().isEmpty()))
                .toList();
        return parameters.isEmpty() ? List.of() : ExportLinks.ofShortlist(new QueryString(parameters));
    }

    private static @Nullable String compareUrl(List<Item> items) {
        List<String> cases = items.stream()
                .filter(Item::known)
                .map(item -> item.key().replaceFirst("/.*", ""))
                .distinct()
                .toList();
        if (cases.size() < ComparePage.MIN_CASES || cases.size() > ComparePage.MAX_CASES) {
            return null;
        }
        List<QueryString.Parameter> parameters = new ArrayList<>();
        cases.forEach(id -> parameters.add(new QueryString.Parameter("case", id)));
        return "/compare" + new QueryString(parameters);
    }

    /** Whether a link brought the list. */
    public boolean isShared() {
        return !items.isEmpty();
    }

    /** How much stands in the list. */
    public String count() {
        return Wording.grouped(items.size()) + "件";
    }

    /** Whether there is anything to give out. */
    public boolean hasExports() {
        return !exports.isEmpty();
    }
}
