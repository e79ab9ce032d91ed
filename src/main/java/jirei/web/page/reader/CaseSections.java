package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import jirei.web.page.MarkedText;
import jirei.web.page.SectionLabels;
import jirei.web.page.Wording;
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
    private final CaseParts parts;
    private final int number;
    private final List<String> matchingIds;
    private final Map<String, Integer> matchingPositions = new HashMap<>();
    private final long totalMatches;
    private final List<CasePage.Block> blocks = new ArrayList<>();
    private long matchCount;

    /**
     * @param sectionId selects the part in which this section starts; empty for none
     * @param partNumber the part if {@code sectionId} selects none, from 1; the last part if there are fewer
     */
    CaseSections(HighlightedCase highlighted, SearchState search, String sectionId, int partNumber) {
        this.search = search;
        this.caseStudy = highlighted.caseStudy();
        this.parts = CaseParts.of(highlighted.sections());
        this.number = parts.numberOf(sectionId) > 0 ? parts.numberOf(sectionId) : Math.min(partNumber, parts.size());
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
                sections.stream().map(section -> view(section, group)).toList());
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
                here == 0 ? "" : here + "か所");
    }

    private SectionView.Links links(Section section) {
        return new SectionView.Links(
                SearchState.permalink(caseStudy.id(), section.id()),
                "/cases/" + caseStudy.id() + "/sections/" + section.id() + "/similar" + search.queryString(),
                neighbourUrl(section.id(), -1),
                neighbourUrl(section.id(), +1));
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

    CasePage.Body body() {
        return new CasePage.Body(outline(), blocks, matchCount > 0 ? Minimap.of(blocks) : null, navigation());
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
                "/cases/" + caseStudy.id() + search.queryString().with("section", ""));
    }

    private String partUrl(int part) {
        return "/cases/" + caseStudy.id() + search.queryString().with("part", Integer.toString(part));
    }

    /** Returns the headings in order; those of a group are nested below its name. */
    private List<CasePage.OutlineEntry> outline() {
        List<CasePage.OutlineEntry> outline = new ArrayList<>();
        for (CasePage.Block block : blocks) {
            if (block.isGroup()) {
                outline.add(new CasePage.OutlineEntry(block.heading(), "#" + block.anchor(), false, ""));
            }
            block.sections().stream()
                    .filter(SectionView::hasHeading)
                    .filter(section -> OMITTED_FROM_OUTLINE.stream()
                            .noneMatch(kind -> kind.id().equals(section.labels().kindId())))
                    .map(section -> new CasePage.OutlineEntry(
                            section.heading().text(), "#" + section.id(), section.level() > 2, section.matches()))
                    .forEach(outline::add);
        }
        return outline;
    }

    CasePage.Matches matches(String query) {
        if (totalMatches == 0) {
            return new CasePage.Matches(query, "この事例の見出しと本文には、あてはまることばがありません", "", null, false);
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
