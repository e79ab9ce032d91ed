package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import jirei.web.page.Link;
import jirei.web.page.MarkedText;
import jirei.web.page.SectionLabels;
import jirei.web.page.Wording;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/** Arranges the sections of a case in blocks and links the matches. Not thread-safe. */
final class CaseSections {
    /** Consecutive sections of these kinds outside of a main section are shown under one heading. */
    private static final Set<SectionKind> GROUPED = EnumSet.of(
            SectionKind.HIGHLIGHT, SectionKind.ROLE, SectionKind.ACTIVITY, SectionKind.CAPTION, SectionKind.NOTE);
    /** The kinds of most sections, which need no label. */
    private static final Set<SectionKind> UNLABELLED = EnumSet.of(SectionKind.LEAD, SectionKind.SUBSECTION);
    /** Too many and too small for a table of contents. */
    private static final Set<SectionKind> OMITTED_FROM_OUTLINE = EnumSet.of(SectionKind.CAPTION, SectionKind.NOTE);

    private static final int MAX_LEVEL = 4;

    private final CaseStudy caseStudy;
    private final SearchState search;
    private final boolean hasOriginal;
    private final boolean isPublished;
    private final String path;
    private final CaseParts parts;
    private final int number;
    private final List<String> matchingIds;
    private final Map<String, Integer> matchingPositions = new HashMap<>();
    private final long totalMatches;
    private final List<CasePage.Block> blocks = new ArrayList<>();
    private long matchCount;

    /**
     * @param requested selects the part in which its section starts, or else the part of its number; the last part if
     *     there are fewer
     * @param hasOriginal whether readers may see the pages of the original
     * @param isPublished whether readers can find the case; else its links stay in the preview
     */
    CaseSections(
            HighlightedCase highlighted,
            SearchParameters.CaseSearch requested,
            boolean hasOriginal,
            boolean isPublished) {
        this.search = requested.search();
        this.hasOriginal = hasOriginal;
        this.isPublished = isPublished;
        this.caseStudy = highlighted.caseStudy();
        this.path = (isPublished ? "" : "/library") + "/cases/" + caseStudy.id();
        this.parts = CaseParts.of(highlighted.sections());
        int ofSection = parts.numberOf(requested.section());
        this.number = ofSection > 0 ? ofSection : Math.min(requested.part(), parts.size());
        this.matchingIds = highlighted.sections().stream()
                .filter(HighlightedSection::hasMatches)
                .map(section -> section.section().id())
                .toList();
        for (String id : matchingIds) {
            matchingPositions.put(id, matchingPositions.size());
        }
        this.totalMatches =
                highlighted.sections().stream().mapToLong(CaseSections::matches).sum();
        List<CaseParts.Piece> open = new ArrayList<>();
        for (CaseParts.Piece piece : parts.part(number)) {
            if (!open.isEmpty() && !isSameBlock(open.getLast().section(), piece.section())) {
                blocks.add(block(open));
                open.clear();
            }
            open.add(piece);
        }
        blocks.add(block(open));
    }

    private static long matches(HighlightedSection section) {
        return section.heading().size()
                + section.paragraphs().stream().mapToLong(List::size).sum();
    }

    private static boolean isSameBlock(Section before, Section section) {
        boolean sameGroup = isGrouped(before)
                && before.kind() == section.kind()
                && section.parent().isEmpty();
        return sameGroup || !section.parent().isEmpty();
    }

    private static boolean isGrouped(Section section) {
        return section.parent().isEmpty() && GROUPED.contains(section.kind());
    }

    private CasePage.Block block(List<CaseParts.Piece> sections) {
        Section first = sections.getFirst().section();
        boolean group = isGrouped(first);
        return new CasePage.Block(
                group ? first.kind().label() : "",
                "_" + first.kind().id() + "-" + (blocks.size() + 1),
                group && first.kind() == SectionKind.ROLE
                        ? List.of()
                        : distinct(
                                sections, section -> section.actors().stream().map(Actor::name)),
                distinct(sections, section -> section.themes().stream().map(Theme::label)),
                own(sections),
                sections.stream().map(section -> view(section, group)).toList());
    }

    private static List<SectionLabels.Own> own(List<CaseParts.Piece> sections) {
        Map<OwnFacet, List<String>> values = new HashMap<>();
        for (CaseParts.Piece piece : sections) {
            piece.section().facets().values().forEach((facet, ofFacet) -> values.computeIfAbsent(
                            facet, missing -> new ArrayList<>())
                    .addAll(ofFacet));
        }
        return SectionLabels.Own.of(new OwnValues(values));
    }

    private static List<String> distinct(List<CaseParts.Piece> sections, Function<Section, Stream<String>> labels) {
        return sections.stream()
                .map(CaseParts.Piece::section)
                .flatMap(labels)
                .distinct()
                .toList();
    }

    private SectionView view(CaseParts.Piece piece, boolean inGroup) {
        Section section = piece.section();
        long before = matchCount;
        MarkedText heading = piece.isStart()
                ? highlighted(section.heading(), piece.highlighted().heading())
                : MarkedText.plain(section.heading() + "（続き）");
        List<MarkedText> paragraphs = piece.paragraphs().stream()
                .map(paragraph -> highlighted(paragraph.text(), paragraph.matches()))
                .toList();
        long here = matchCount - before;
        return new SectionView(
                section.id(),
                level(section, inGroup),
                SectionLabels.of(section),
                !inGroup && !UNLABELLED.contains(section.kind()),
                heading,
                paragraphs,
                links(section),
                section.pages() == null ? "" : "p. " + section.pages(),
                here);
    }

    private SectionView.Links links(Section section) {
        return new SectionView.Links(
                isPublished ? SearchState.permalink(caseStudy.id(), section.id()) : "#" + section.id(),
                original(section),
                isPublished ? path + "/sections/" + section.id() + "/similar" + search.queryString() : null,
                neighbourUrl(section.id(), -1),
                neighbourUrl(section.id(), +1));
    }

    private @Nullable Link original(Section section) {
        Pages pages = section.pages();
        return hasOriginal && pages != null
                ? new Link("原本 p." + pages, search.originalUrl(caseStudy.id(), pages.first(), section.id()))
                : null;
    }

    private MarkedText highlighted(String text, List<MatchRange> found) {
        Supplier<@Nullable String> anchors = () -> "_hit-" + ++matchCount;
        return MarkedText.anchored(text, found, anchors);
    }

    private int level(Section section, boolean inGroup) {
        int level = inGroup ? 3 : 2;
        String parent = section.parent();
        while (!parent.isEmpty() && level < MAX_LEVEL) {
            level++;
            parent = caseStudy.section(parent).map(Section::parent).orElse("");
        }
        return level;
    }

    private @Nullable String neighbourUrl(String id, int step) {
        Integer position = matchingPositions.get(id);
        if (position == null || position + step < 0 || position + step >= matchingIds.size()) {
            return null;
        }
        String neighbour = matchingIds.get(position + step);
        return parts.numberOf(neighbour) == number ? "#" + neighbour : search.sectionUrl(caseStudy.id(), neighbour);
    }

    /** Returns the text; its outline lists the figures of {@code region} after the opening. */
    CasePage.Body body(CasePage.RegionView region) {
        var body = new CasePage.Body(List.of(), blocks, matchCount > 0 ? Minimap.of(blocks) : null, navigation());
        List<CasePage.OutlineEntry> outline = new ArrayList<>(outline(body.opening()));
        if (region.hasFigures()) {
            outline.add(new CasePage.OutlineEntry(region.heading(), "#_region", false, 0));
        }
        outline.addAll(outline(body.rest()));
        return new CasePage.Body(outline, blocks, body.minimap(), body.parts());
    }

    private CasePage.@Nullable PartNavigation navigation() {
        if (parts.size() == 1) {
            return null;
        }
        String place = "全" + Wording.grouped(parts.size()) + "ページのうち" + Wording.grouped(number) + "ページ目";
        return new CasePage.PartNavigation(
                place,
                number > 1 ? partUrl(1) : null,
                number > 1 ? partUrl(number - 1) : null,
                number < parts.size() ? partUrl(number + 1) : null,
                number < parts.size() ? partUrl(parts.size()) : null,
                path + search.queryString().with("section", ""));
    }

    private String partUrl(int part) {
        return path + search.queryString().with("part", Integer.toString(part));
    }

    /**
     * Returns the headings in order; those of a group are nested below its name. What is not listed counts for the entry
     * before it.
     */
    private static List<CasePage.OutlineEntry> outline(List<CasePage.Block> blocks) {
        List<CasePage.OutlineEntry> outline = new ArrayList<>();
        for (CasePage.Block block : blocks) {
            if (block.isGroup()) {
                outline.add(new CasePage.OutlineEntry(block.heading(), "#" + block.anchor(), false, 0));
            }
            for (SectionView section : block.sections()) {
                if (isListed(section) || outline.isEmpty()) {
                    outline.add(new CasePage.OutlineEntry(
                            section.name(), "#" + section.id(), section.level() > 2, section.matchCount()));
                } else {
                    outline.add(outline.removeLast().plus(section.matchCount()));
                }
            }
        }
        return outline;
    }

    private static boolean isListed(SectionView section) {
        return section.hasHeading()
                && OMITTED_FROM_OUTLINE.stream()
                        .noneMatch(kind -> kind.id().equals(section.labels().kindId()));
    }

    CasePage.Matches matches(String query) {
        if (totalMatches == 0) {
            return new CasePage.Matches(query, "この事例の見出しと本文には、該当する語がありません", "", null, false);
        }
        String here = parts.size() == 1 ? "" : "。このページには" + Wording.grouped(matchCount) + "か所";
        return new CasePage.Matches(
                query,
                Wording.grouped(totalMatches) + "か所",
                "（" + Wording.grouped(matchingIds.size()) + "件の記述）" + here,
                matchCount > 0 ? "#_hit-1" : search.sectionUrl(caseStudy.id(), matchingIds.getFirst()),
                matchCount > 0);
    }
}
