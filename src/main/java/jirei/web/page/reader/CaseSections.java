package jirei.web.page.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import jirei.web.page.MarkedText;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/** Lays out the sections of a case: blocks, headings, anchors and the ways between what matches. */
final class CaseSections {
    /** Sections of these kinds that follow each other outside of a main section are shown under one heading. */
    private static final Set<SectionKind> GROUPED = EnumSet.of(
            SectionKind.HIGHLIGHT, SectionKind.ROLE, SectionKind.ACTIVITY, SectionKind.CAPTION, SectionKind.NOTE);
    /** What a case is made of. */
    private static final Set<SectionKind> ORDINARY = EnumSet.of(SectionKind.LEAD, SectionKind.SUBSECTION);
    /** Too many and too small to guide anybody. */
    private static final Set<SectionKind> LEFT_OUT_OF_OUTLINE = EnumSet.of(SectionKind.CAPTION, SectionKind.NOTE);

    private static final int MAX_LEVEL = 4;

    private final CaseStudy caseStudy;
    private final SearchState search;
    private final List<String> matching;
    private final List<CasePage.Block> blocks = new ArrayList<>();
    private long matches;

    CaseSections(HighlightedCase marked, SearchState search) {
        this.search = search;
        this.caseStudy = marked.caseStudy();
        this.matching = marked.sections().stream()
                .filter(HighlightedSection::hasMatches)
                .map(section -> section.section().id())
                .toList();
        List<HighlightedSection> open = new ArrayList<>();
        for (HighlightedSection section : marked.sections()) {
            if (!open.isEmpty() && !standTogether(open.getLast().section(), section.section())) {
                blocks.add(block(open));
                open.clear();
            }
            open.add(section);
        }
        blocks.add(block(open));
    }

    private static boolean standTogether(Section before, Section section) {
        boolean sameGroup = isGrouped(before)
                && before.kind() == section.kind()
                && section.parent().isEmpty();
        return sameGroup || !section.parent().isEmpty();
    }

    private static boolean isGrouped(Section section) {
        return section.parent().isEmpty() && GROUPED.contains(section.kind());
    }

    private CasePage.Block block(List<HighlightedSection> sections) {
        Section first = sections.getFirst().section();
        boolean group = isGrouped(first);
        return new CasePage.Block(
                group ? first.kind().label() : "",
                "_" + first.kind().id() + "-" + (blocks.size() + 1),
                sections.stream().map(section -> view(section, group)).toList());
    }

    private SectionView view(HighlightedSection marked, boolean inGroup) {
        Section section = marked.section();
        long before = matches;
        MarkedText heading = anchored(section.heading(), marked.heading());
        List<MarkedText> paragraphs = new ArrayList<>();
        for (int at = 0; at < section.paragraphs().size(); at++) {
            paragraphs.add(
                    anchored(section.paragraphs().get(at), marked.paragraphs().get(at)));
        }
        long here = matches - before;
        return new SectionView(
                section.id(),
                level(section, inGroup),
                section.kind().label(),
                !inGroup && !ORDINARY.contains(section.kind()),
                section.kind().id(),
                heading,
                paragraphs,
                section.actors().stream().map(Actor::name).toList(),
                section.themes().stream().map(Theme::label).toList(),
                SearchState.NOTHING.sectionUrl(caseStudy.id(), section.id()),
                "/cases/" + caseStudy.id() + "/sections/" + section.id() + "/similar" + search.queryString(),
                here == 0 ? "" : here + "か所",
                neighbour(section.id(), -1),
                neighbour(section.id(), +1));
    }

    private MarkedText anchored(String text, List<MatchRange> found) {
        Supplier<@Nullable String> anchors = () -> "_hit-" + ++matches;
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

    private @Nullable String neighbour(String id, int step) {
        int at = matching.indexOf(id) + step;
        return matching.contains(id) && at >= 0 && at < matching.size() ? "#" + matching.get(at) : null;
    }

    List<CasePage.Block> blocks() {
        return blocks;
    }

    /** The headings in order; those of a group stand under its name. */
    List<CasePage.OutlineEntry> outline() {
        List<CasePage.OutlineEntry> outline = new ArrayList<>();
        for (CasePage.Block block : blocks) {
            if (block.isGroup()) {
                outline.add(new CasePage.OutlineEntry(block.heading(), "#" + block.anchor(), false, ""));
            }
            block.sections().stream()
                    .filter(SectionView::hasHeading)
                    .filter(section -> LEFT_OUT_OF_OUTLINE.stream()
                            .noneMatch(kind -> kind.id().equals(section.kindId())))
                    .map(section -> new CasePage.OutlineEntry(
                            section.heading().text(), "#" + section.id(), section.level() > 2, section.hits()))
                    .forEach(outline::add);
        }
        return outline;
    }

    boolean hasMatches() {
        return matches > 0;
    }

    CasePage.Hits hits(String query) {
        if (matches == 0) {
            return new CasePage.Hits(query, "この事例の見出しと本文には、あてはまることばがありません", "", null);
        }
        return new CasePage.Hits(
                query, Wording.grouped(matches) + "か所", "（" + Wording.grouped(matching.size()) + "件の記述）", "#_hit-1");
    }
}
