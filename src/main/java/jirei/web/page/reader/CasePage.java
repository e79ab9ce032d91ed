package jirei.web.page.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.RegionFigures;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.search.HighlightedCase;
import jirei.search.SimilarCase;
import jirei.web.page.CaseCard;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.MarkedText;
import jirei.web.page.SectionLabels;
import jirei.web.page.Wording;
import jirei.web.page.region.RegionRanking;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page of one case. Immutable.
 *
 * @param frame the frame of the page
 * @param back the link back to the results, or to the list of cases
 * @param header the title of the case and where it comes from
 * @param region the figures of its region
 * @param body the text of the case
 * @param matches what the query matches; null without a query
 * @param similar similar cases, most similar first
 * @param source where the case was published
 * @param apiUrl the URL of the same case in the API
 * @param metadata the case for programs
 */
public record CasePage(
        Frame frame,
        Link back,
        Header header,
        RegionView region,
        Body body,
        @Nullable Matches matches,
        List<CaseCard> similar,
        SourceView source,
        String apiUrl,
        CaseMetadata metadata) {
    /** The URL of the form in which editors change the case. */
    public String editUrl() {
        return apiUrl.substring("/api".length()) + "/edit";
    }

    /** The maximum number of similar cases shown. */
    public static final int MAX_SIMILAR = 4;

    public CasePage {
        similar = List.copyOf(similar);
    }

    /**
     * The title of a case and where it comes from. Immutable.
     *
     * @param location prefecture and place; may be empty
     * @param title the title, highlighted if only it matches
     * @param origin collection, number, year and values of the facets that the corpus declares, as far as they are known
     */
    public record Header(String location, MarkedText title, List<String> origin) {
        public Header {
            origin = List.copyOf(origin);
        }

        static Header of(HighlightedCase highlighted) {
            CaseStudy caseStudy = highlighted.caseStudy();
            return new Header(
                    Wording.location(caseStudy.prefecture(), caseStudy.place()),
                    MarkedText.of(caseStudy.title(), highlighted.titleMatches()),
                    Stream.concat(
                                    Stream.of(
                                            caseStudy.collection(),
                                            Wording.number(caseStudy.number()),
                                            caseStudy.year() == null ? "" : caseStudy.year() + "年度"),
                                    SectionLabels.Own.of(caseStudy.facets()).stream()
                                            .map(own -> own.label() + ": " + String.join("、", own.values())))
                            .filter(text -> !text.isEmpty())
                            .toList());
        }
    }

    /**
     * The figures of the region. Immutable.
     *
     * @param heading the heading of the table
     * @param figures the figures, ranked among all cases
     */
    public record RegionView(String heading, List<RegionRanking.RankedFigure> figures) {
        public RegionView {
            figures = List.copyOf(figures);
        }

        static RegionView of(RegionFigures region, RegionRanking ranking) {
            return new RegionView(region.name().isEmpty() ? "地域のデータ" : region.name() + "のデータ", ranking.of(region));
        }

        /** Whether any figure is ranked. */
        public boolean isRanked() {
            return figures.stream().anyMatch(figure -> figure.stripPlot() != null);
        }

        /** Whether any figure is known. */
        public boolean hasFigures() {
            return !figures.isEmpty();
        }
    }

    /**
     * The text of a case. Immutable.
     *
     * @param outline the headings, with links
     * @param blocks the sections in reading order
     * @param minimap where the matches are; null if nothing matches
     * @param parts links to the other parts of a long case; null if this is all of it
     */
    public record Body(
            List<OutlineEntry> outline, List<Block> blocks, @Nullable Minimap minimap, @Nullable PartNavigation parts) {
        public Body {
            outline = List.copyOf(outline);
            blocks = List.copyOf(blocks);
        }

        /** What is remarkable about the case, if it opens with that; else empty. */
        public List<Block> opening() {
            return blocks.getFirst().isHighlights() ? blocks.subList(0, 1) : List.of();
        }

        /** The blocks after the opening. */
        public List<Block> rest() {
            return blocks.subList(opening().size(), blocks.size());
        }
    }

    /**
     * The links from a part of a long case to its other parts. Links are null where there is nothing. Immutable.
     *
     * @param place the number of this part and of all parts in words
     * @param sectionUrl the URL of a part up to the value of its last parameter, which is the id of a section in it
     */
    public record PartNavigation(
            String place,
            @Nullable String first,
            @Nullable String previous,
            @Nullable String next,
            @Nullable String last,
            String sectionUrl) {}

    /**
     * A heading in the table of contents. Immutable.
     *
     * @param label the heading
     * @param url the URL of the section within the page
     * @param nested whether it belongs to another heading
     * @param matchCount the number of matches below it
     */
    public record OutlineEntry(String label, String url, boolean nested, long matchCount) {
        OutlineEntry plus(long more) {
            return new OutlineEntry(label, url, nested, matchCount + more);
        }

        /** The number of matches in words. */
        public String matches() {
            return Wording.grouped(matchCount) + "か所";
        }

        /** The CSS class of the entry. */
        public String cssClass() {
            return nested ? "outline-nested" : "outline-main";
        }

        /** Whether anything below the heading matches. */
        public boolean hasMatches() {
            return matchCount > 0;
        }
    }

    /**
     * Consecutive sections that are shown together. Immutable.
     *
     * @param heading the common heading; empty if the first section has it
     * @param anchor the id of that heading
     * @param actors the actors of all sections, each once; empty if each section shows its own
     * @param themes the themes of all sections, each once
     * @param own the values of the facets that the corpus declares, where the sections have other ones than their case
     * @param sections the sections, in reading order, at least one
     */
    public record Block(
            String heading,
            String anchor,
            List<String> actors,
            List<String> themes,
            List<SectionLabels.Own> own,
            List<SectionView> sections) {
        public Block {
            actors = List.copyOf(actors);
            themes = List.copyOf(themes);
            own = List.copyOf(own);
            sections = List.copyOf(sections);
        }

        /** Whether the block lists what is remarkable about the case. */
        public boolean isHighlights() {
            return isGroup() && hasOnly(SectionKind.HIGHLIGHT);
        }

        /** Whether it can be folded, as on a phone where it would only lengthen the page. */
        public boolean isFoldable() {
            return isGroup() && !isHighlights();
        }

        /** The number of matches in its sections, in words. */
        public String matches() {
            return SectionView.matches(
                    sections.stream().mapToLong(SectionView::matchCount).sum());
        }

        /** Whether anything in it matches. */
        public boolean hasMatches() {
            return sections.stream().anyMatch(SectionView::hasMatches);
        }

        /** Whether actors, themes or values are shown once for the block. */
        public boolean hasLabels() {
            return !actors.isEmpty() || !themes.isEmpty() || !own.isEmpty();
        }

        /** Whether they are shown below the heading of {@code section}: the first, unless the block has its own heading. */
        public boolean showsLabelsBelow(SectionView section) {
            return !isGroup() && section.equals(sections.getFirst());
        }

        private boolean hasOnly(SectionKind kind) {
            return sections.stream()
                    .allMatch(section -> section.labels().kindId().equals(kind.id()));
        }

        /** Whether the block lists the roles of actors. */
        public boolean isRoles() {
            return isGroup() && hasOnly(SectionKind.ROLE);
        }

        /** Whether it has a heading of its own. */
        public boolean isGroup() {
            return !heading.isEmpty();
        }
    }

    /**
     * What the query matches. Immutable.
     *
     * @param query the query as typed
     * @param count the number of matches in words
     * @param sections the number of matching sections in words; empty if nothing matches
     * @param firstUrl the URL of the first match; null if there is none
     * @param here whether this part of the case has matches
     */
    public record Matches(String query, String count, String sections, @Nullable String firstUrl, boolean here) {
        /** Returns these matches, with a note unless highlighting was {@code complete}. */
        Matches partialUnless(boolean complete) {
            if (complete) {
                return this;
            }
            String cut = "時間がかかりすぎたため、途中までしか調べていません。キーワードを減らしてください";
            return firstUrl == null
                    ? new Matches(query, cut, "", null, false)
                    : new Matches(query, count, sections + "。" + cut, firstUrl, here);
        }
    }

    /**
     * Where the case was published; each component is empty if unknown. Immutable.
     *
     * @param title the title of the publication
     * @param publisher the publisher
     * @param url the URL of the publication; empty unless the scheme is http or https
     * @param rights the terms of use
     * @param file the name of the file from which the case was imported
     * @param citation the citation of the case, never empty
     */
    public record SourceView(String title, String publisher, String url, String rights, String file, String citation) {
        /** Drops URLs of other schemes: a corpus file must not be able to inject a script. */
        static SourceView of(Source source, String citation) {
            String url = source.url().toLowerCase(Locale.ROOT);
            boolean web = url.startsWith("https://") || url.startsWith("http://");
            return new SourceView(
                    source.name(),
                    source.publisher(),
                    web ? source.url() : "",
                    source.rights(),
                    source.file(),
                    citation);
        }

        /** Whether the file is known. */
        public boolean hasFile() {
            return !file.isEmpty();
        }

        /** Whether the title of the publication is known. */
        public boolean hasTitle() {
            return !title.isEmpty();
        }

        /** Whether the publisher is known. */
        public boolean hasPublisher() {
            return !publisher.isEmpty();
        }

        /** Whether the publication is on the web. */
        public boolean hasUrl() {
            return !url.isEmpty();
        }

        /** Whether the terms of use are known. */
        public boolean hasRights() {
            return !rights.isEmpty();
        }
    }

    /**
     * Returns the page of a case.
     *
     * @param highlighted the case, with the matches of the query
     * @param similar the similar cases
     * @param ranking the figures of all cases
     * @param requested the search that the back link returns to, and the part of the case
     * @param hasOriginal whether readers may see the pages of the original
     * @param today the date of access in the citation
     * @param assets the URLs of the static files
     */
    public static CasePage of(
            HighlightedCase highlighted,
            List<SimilarCase> similar,
            RegionRanking ranking,
            SearchParameters.CaseSearch requested,
            boolean hasOriginal,
            LocalDate today,
            Frame.AssetUrls assets) {
        CaseStudy caseStudy = highlighted.caseStudy();
        SearchState search = requested.search();
        String query = search.request().query().text();
        String path = "/cases/" + caseStudy.id();
        CaseMetadata metadata = CaseMetadata.of(caseStudy, assets.address().url(path), today);
        var sections = new CaseSections(highlighted, requested, hasOriginal, true);
        RegionView region = RegionView.of(caseStudy.region(), ranking);
        return new CasePage(
                new Frame(caseStudy.title(), SearchState.of(query), assets, Frame.Form.AT_HEAD)
                        .describing(metadata.description(), path),
                search.isBlank()
                        ? new Link("事例の一覧", "/#_cases")
                        : new Link("検索結果に戻る", search.url() + "#hit-" + caseStudy.id()),
                Header.of(highlighted),
                region,
                sections.body(region),
                query.isBlank() ? null : sections.matches(query).partialUnless(highlighted.complete()),
                similar.stream().map(other -> CaseCard.of(other, search)).toList(),
                SourceView.of(caseStudy.source(), Citation.of(caseStudy, today).sist02()),
                "/api" + path,
                metadata);
    }

    /** Whether there are similar cases. */
    public boolean hasSimilar() {
        return !similar.isEmpty();
    }
}
