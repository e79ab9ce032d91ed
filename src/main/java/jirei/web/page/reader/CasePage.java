package jirei.web.page.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.search.HighlightedCase;
import jirei.search.SimilarCase;
import jirei.web.page.CaseCard;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.page.region.RegionRanking;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A case, whole.
 *
 * @param frame what stands around it
 * @param back the way back to the results, or to the list of cases
 * @param where prefecture and place; may be empty
 * @param title the case's title
 * @param origin collection, number and year, those that are known
 * @param regionName what the figures are about; may be empty
 * @param figures the region in numbers, held against all cases
 * @param outline the headings with the ways to them
 * @param blocks the sections in reading order
 * @param hits what the query matches; null without a query
 * @param minimap where in the case that stands; null where nothing matches
 * @param similar cases that tell of the same things
 * @param source where the case was published first
 * @param apiUrl the same case in the API
 * @param citation how the case is quoted
 */
public record CasePage(
        Frame frame,
        Link back,
        String where,
        String title,
        List<String> origin,
        String regionName,
        List<RegionRanking.Standing> figures,
        List<OutlineEntry> outline,
        List<Block> blocks,
        @Nullable Hits hits,
        @Nullable Minimap minimap,
        List<CaseCard> similar,
        SourceView source,
        String apiUrl,
        String citation) {
    /** How many similar cases are shown at most. */
    public static final int MAX_SIMILAR = 4;

    public CasePage {
        origin = List.copyOf(origin);
        figures = List.copyOf(figures);
        outline = List.copyOf(outline);
        blocks = List.copyOf(blocks);
        similar = List.copyOf(similar);
    }

    /**
     * A heading with the way to it.
     *
     * @param nested whether it stands under another heading
     * @param hits how many matches stand under it, in words; empty where none does
     */
    public record OutlineEntry(String label, String url, boolean nested, String hits) {
        /** The style of its line. */
        public String style() {
            return nested ? "outline-nested" : "outline-main";
        }

        /** Whether anything matches under it. */
        public boolean isHit() {
            return !hits.isEmpty();
        }
    }

    /**
     * Sections that stand together.
     *
     * @param heading what they are called together; empty where the first section's heading says it
     * @param anchor the id of that heading
     */
    public record Block(String heading, String anchor, List<SectionView> sections) {
        public Block {
            sections = List.copyOf(sections);
        }

        /** Whether it says who does what. */
        public boolean isRoles() {
            return isGroup()
                    && sections.stream().allMatch(section -> section.kindId().equals(SectionKind.ROLE.id()));
        }

        /** Whether it has a heading that no section has. */
        public boolean isGroup() {
            return !heading.isEmpty();
        }
    }

    /**
     * What the query matches.
     *
     * @param query the query as typed
     * @param count how many places, in words
     * @param sections in how many sections, in words; empty where nothing matches
     * @param first the first of them; null where there is none
     */
    public record Hits(String query, String count, String sections, @Nullable String first) {
        /** The same, saying so where not all was looked at. */
        Hits in(boolean complete) {
            if (complete) {
                return this;
            }
            String cut = "時間がかかりすぎたため、途中までしか調べていません。ことばを減らしてください";
            return first == null ? new Hits(query, cut, "", null) : new Hits(query, count, sections + "。" + cut, first);
        }
    }

    /**
     * Where the case was published first; each part empty where it isn't known.
     *
     * @param url where it can be read; empty unless it is a web address
     */
    public record SourceView(String title, String publisher, String url, String rights) {
        /** Only addresses of the web become links: a corpus file must not bring a script. */
        static SourceView of(Source source) {
            String url = source.url().toLowerCase(Locale.ROOT);
            boolean web = url.startsWith("https://") || url.startsWith("http://");
            return new SourceView(source.title(), source.publisher(), web ? source.url() : "", source.rights());
        }

        /** Whether anything is known. */
        public boolean isKnown() {
            return hasTitle() || hasPublisher() || hasUrl() || hasRights();
        }

        /** Whether the publication is known. */
        public boolean hasTitle() {
            return !title.isEmpty();
        }

        /** Whether the publisher is known. */
        public boolean hasPublisher() {
            return !publisher.isEmpty();
        }

        /** Whether it can be read on the web. */
        public boolean hasUrl() {
            return !url.isEmpty();
        }

        /** Whether it is known what may be done with it. */
        public boolean hasRights() {
            return !rights.isEmpty();
        }
    }

    /**
     * The case {@code marked} by what {@code search} asks, to which one can go back, with the cases {@code similar} to it and
     * its region among {@code standings}, on {@code today}.
     */
    public static CasePage of(
            HighlightedCase marked,
            List<SimilarCase> similar,
            RegionRanking standings,
            SearchState search,
            LocalDate today,
            Frame.AssetUrls assets) {
        CaseStudy caseStudy = marked.caseStudy();
        var sections = new CaseSections(marked, search);
        return new CasePage(
                new Frame(caseStudy.title(), SearchState.of(search.request().query()), assets, Frame.Form.AT_HEAD),
                search.isBlank()
                        ? new Link("事例の一覧", "/#_cases")
                        : new Link("検索結果にもどる", search.url() + "#hit-" + caseStudy.id()),
                Wording.where(caseStudy.prefecture(), caseStudy.place()),
                caseStudy.title(),
                origin(caseStudy),
                caseStudy.region().name(),
                standings.of(caseStudy.region()),
                sections.outline(),
                sections.blocks(),
                search.request().query().isBlank()
                        ? null
                        : sections.hits(search.request().query()).in(marked.complete()),
                sections.hasMatches() ? Minimap.of(sections.blocks()) : null,
                similar.stream().map(other -> CaseCard.of(other, search)).toList(),
                SourceView.of(caseStudy.source()),
                "/api/cases/" + caseStudy.id(),
                Citation.of(caseStudy, today).sist02());
    }

    private static List<String> origin(CaseStudy caseStudy) {
        return Stream.of(
                        caseStudy.collection(),
                        Wording.number(caseStudy.number()),
                        caseStudy.year() == null ? "" : caseStudy.year() + "年度")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the figures are called. */
    public String regionHeading() {
        return regionName.isEmpty() ? "地域のデータ" : regionName + "のデータ";
    }

    /** Whether any figure could be held against other cases. */
    public boolean isCompared() {
        return figures.stream().anyMatch(figure -> figure.strip() != null);
    }

    /** Whether any case is similar. */
    public boolean hasSimilar() {
        return !similar.isEmpty();
    }

    /** Whether anything is known of the region in numbers. */
    public boolean hasFigures() {
        return !figures.isEmpty();
    }
}
