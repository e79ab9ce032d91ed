package jirei.web.page.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * A shortlist (候補リスト): one that is shared by a link, or the empty page that the browser fills with its own. Immutable.
 *
 * @param frame the frame of the page
 * @param items the items, in their order; empty for the browser's own list
 * @param exports links to the list as a file; empty for an empty list
 * @param compareUrl the URL that compares its cases; null unless there are two to four
 */
public record ShortlistPage(Frame frame, List<Item> items, List<Link> exports, @Nullable String compareUrl) {
    public ShortlistPage {
        items = List.copyOf(items);
        exports = List.copyOf(exports);
    }

    /**
     * An item of the list. Immutable.
     *
     * @param key the key of the item in URLs and in the browser
     * @param note the note of the reader; may be empty
     * @param entry the item in the corpus; null if the corpus has no such item
     */
    public record Item(String key, String note, @Nullable Entry entry) {
        /** Returns {@code item}, which belongs to {@code caseStudy}; null if the corpus has no such case. */
        public static Item of(ShortlistItem item, @Nullable CaseStudy caseStudy, LocalDate today) {
            return new Item(item.key(), item.note(), entry(item, caseStudy, today));
        }

        private static @Nullable Entry entry(ShortlistItem item, @Nullable CaseStudy caseStudy, LocalDate today) {
            if (caseStudy == null) {
                return null;
            }
            if (item.sectionId() == null) {
                return Entry.of(caseStudy, today);
            }
            return caseStudy
                    .section(item.sectionId())
                    .map(section -> Entry.of(caseStudy, section, today))
                    .orElse(null);
        }

        /** Whether there is a note. */
        public boolean hasNote() {
            return !note.isEmpty();
        }
    }

    /**
     * A section or a whole case in the corpus. Immutable.
     *
     * @param location place and number of the case
     * @param kind the kind of the section in words
     * @param heading the heading of the section, or the title of the case
     * @param caseTitle the title of the case of a section; empty for a case
     * @param excerpt the start of the text; may be empty
     * @param url the URL of its page
     * @param citation its citation
     */
    public record Entry(
            String location,
            String kind,
            String heading,
            String caseTitle,
            String excerpt,
            String url,
            String citation) {
        static Entry of(CaseStudy caseStudy, LocalDate today) {
            return new Entry(
                    Wording.caseName(caseStudy),
                    "事例全体",
                    caseStudy.title(),
                    "",
                    "",
                    SearchState.EMPTY.caseUrl(caseStudy.id()),
                    Citation.of(caseStudy, today).sist02());
        }

        static Entry of(CaseStudy caseStudy, Section section, LocalDate today) {
            return new Entry(
                    Wording.caseName(caseStudy),
                    section.kind().label(),
                    section.heading().isEmpty() ? section.kind().label() : section.heading(),
                    caseStudy.title(),
                    section.text().isEmpty()
                            ? ""
                            : Excerpt.of(section.paragraphs().getFirst(), List.of())
                                    .text(),
                    SearchState.EMPTY.sectionUrl(caseStudy.id(), section.id()),
                    Citation.of(caseStudy, section, today).sist02());
        }

        /** Whether it is a section. */
        public boolean isSection() {
            return !caseTitle.isEmpty();
        }
    }

    /** Returns the page for {@code items}; the browser fills it if there are none. */
    public static ShortlistPage of(List<Item> items, Frame.AssetUrls assets) {
        return new ShortlistPage(
                new Frame("候補リスト", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                items,
                exports(items),
                compareUrl(items));
    }

    private static List<Link> exports(List<Item> items) {
        List<QueryString.Parameter> parameters = items.stream()
                .filter(item -> item.entry() != null)
                .flatMap(item -> Stream.of(
                                new QueryString.Parameter("item", item.key()),
                                new QueryString.Parameter("note", item.note()))
                        .filter(parameter -> !parameter.value().isEmpty()))
                .toList();
        return parameters.isEmpty() ? List.of() : ExportLinks.ofShortlist(new QueryString(parameters));
    }

    private static @Nullable String compareUrl(List<Item> items) {
        List<String> cases = items.stream()
                .filter(item -> item.entry() != null)
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

    /** Whether the list comes from a link. */
    public boolean isShared() {
        return !items.isEmpty();
    }

    /** The number of items in words. */
    public String count() {
        return Wording.grouped(items.size()) + "件";
    }

    /** Whether the list can be downloaded. */
    public boolean hasExports() {
        return !exports.isEmpty();
    }
}
