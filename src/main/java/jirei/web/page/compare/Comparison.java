package jirei.web.page.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.web.page.Excerpt;
import jirei.web.page.MarkedText;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * Cases side by side: a column for each, a row for each figure, theme and actor.
 *
 * @param heads the cases, in the order of the columns
 * @param groups the rows, in groups
 */
public record Comparison(List<Head> heads, List<Group> groups) {
    /** Captions and notes only repeat what stands beside them. */
    private static final List<SectionKind> LEFT_OUT = List.of(SectionKind.CAPTION, SectionKind.NOTE);

    public Comparison {
        heads = List.copyOf(heads);
        groups = List.copyOf(groups);
    }

    /**
     * A case at the head of its column.
     *
     * @param name place and number: what tells it from the others in few words
     */
    public record Head(String id, String name, String title, String url) {}

    /**
     * Rows that belong together.
     *
     * @param remark what must be known of them; may be empty
     */
    public record Group(String label, String remark, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** What each case says of one thing. */
    public record Row(String label, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a case says of one thing.
     *
     * @param text a plain value; empty where sections say it or nothing does
     * @param basis what a figure rests on; may be empty
     * @param entries the sections that tell of it
     */
    public record Cell(String text, String basis, List<Entry> entries) {
        public Cell {
            entries = List.copyOf(entries);
        }

        static Cell of(String text) {
            return new Cell(text, "", List.of());
        }

        /** Whether nothing is said. */
        public boolean isEmpty() {
            return text.isEmpty() && entries.isEmpty();
        }

        /** The sections that are shown at once. */
        public List<Entry> first() {
            return entries.subList(0, Math.min(AT_ONCE, entries.size()));
        }

        /** The sections that are shown when one asks for them. */
        public List<Entry> rest() {
            return entries.subList(first().size(), entries.size());
        }

        /** Whether there are more than are shown at once. */
        public boolean isLong() {
            return entries.size() > AT_ONCE;
        }

        private static final int AT_ONCE = 3;
    }

    /**
     * A section in a cell.
     *
     * @param heading its heading, or its kind
     * @param beginning how its text begins, or goes on around what the query matches; may be without parts
     * @param text its whole text
     * @param url the section in its case
     */
    public record Entry(MarkedText heading, MarkedText beginning, String text, String url) {
        static Entry of(CaseStudy caseStudy, HighlightedSection marked, SearchState search) {
            Section section = marked.section();
            MarkedText heading = section.heading().isEmpty()
                    ? MarkedText.plain(section.kind().label())
                    : MarkedText.of(section.heading(), marked.heading());
            return new Entry(
                    heading, Excerpt.of(marked), section.text(), search.sectionUrl(caseStudy.id(), section.id()));
        }
    }

    /** {@code cases} beside each other, marked by what {@code search} asks; actors come in the order of {@code actors}. */
    static Comparison of(List<HighlightedCase> cases, Collection<String> actors, SearchState search) {
        return new Comparison(
                cases.stream().map(marked -> head(marked.caseStudy(), search)).toList(),
                List.of(facts(cases), themes(cases, search), roles(cases, actors, search)));
    }

    private static Head head(CaseStudy caseStudy, SearchState search) {
        String where = Wording.where(caseStudy.prefecture(), caseStudy.place());
        String name = (where + " " + Wording.number(caseStudy.number())).strip();
        return new Head(
                caseStudy.id(),
                name.isEmpty() ? caseStudy.id() : name,
                caseStudy.title(),
                search.caseUrl(caseStudy.id()));
    }

    private static Group facts(List<HighlightedCase> cases) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("事例集", cases, caseStudy -> Cell.of(caseStudy.collection())));
        rows.add(row("年度", cases, caseStudy -> Cell.of(caseStudy.year() == null ? "" : caseStudy.year() + "年度")));
        rows.add(row("地域", cases, caseStudy -> Cell.of(caseStudy.region().name())));
        for (RegionFigure what : RegionFigure.values()) {
            rows.add(row(
                    what.label(),
                    cases,
                    caseStudy -> figure(what, caseStudy.region().of(what))));
        }
        rows.add(row("登場する主体", cases, caseStudy -> Cell.of(joined(caseStudy, Section::actors, Actor::name))));
        rows.add(row("テーマ", cases, caseStudy -> Cell.of(themesOf(caseStudy))));
        return new Group("事例と地域", "", rows);
    }

    private static Row row(String label, List<HighlightedCase> cases, Function<CaseStudy, Cell> cell) {
        return new Row(
                label, cases.stream().map(HighlightedCase::caseStudy).map(cell).toList());
    }

    private static Cell figure(RegionFigure what, Optional<Figure> figure) {
        return figure.map(known -> new Cell(Wording.grouped(known.value()) + what.unit(), known.basis(), List.of()))
                .orElse(Cell.of(""));
    }

    private static <T> String joined(CaseStudy caseStudy, Function<Section, List<T>> of, Function<T, String> name) {
        return String.join(
                "、",
                caseStudy.sections().stream()
                        .flatMap(section -> of.apply(section).stream())
                        .map(name)
                        .distinct()
                        .toList());
    }

    private static String themesOf(CaseStudy caseStudy) {
        return String.join(
                "、",
                Stream.of(Theme.values())
                        .filter(theme -> caseStudy.sections().stream()
                                .anyMatch(section -> section.themes().contains(theme)))
                        .map(Theme::label)
                        .toList());
    }

    private static Group themes(List<HighlightedCase> cases, SearchState search) {
        List<Row> rows = Stream.of(Theme.values())
                .map(theme -> entries(
                        theme.label(),
                        cases,
                        search,
                        section -> section.themes().contains(theme)
                                && section.kind() != SectionKind.ROLE
                                && !LEFT_OUT.contains(section.kind())))
                .toList();
        return group("テーマ別の記述", rows);
    }

    private static Group roles(List<HighlightedCase> cases, Collection<String> actors, SearchState search) {
        List<Row> rows = actors.stream()
                .map(actor -> entries(
                        actor,
                        cases,
                        search,
                        section -> section.kind() == SectionKind.ROLE
                                && !section.actors().isEmpty()
                                && section.actors().getFirst().name().equals(actor)))
                .toList();
        return group("関係機関の役割（主体別）", rows);
    }

    private static Row entries(String label, List<HighlightedCase> cases, SearchState search, Predicate<Section> told) {
        return new Row(
                label,
                cases.stream()
                        .map(marked -> new Cell(
                                "",
                                "",
                                marked.sections().stream()
                                        .filter(section -> told.test(section.section()))
                                        .map(section -> Entry.of(marked.caseStudy(), section, search))
                                        .toList()))
                        .toList());
    }

    /** Rows of which no case tells are named in one sentence: a table full of nothing hides what there is. */
    private static Group group(String label, List<Row> rows) {
        List<String> untold = rows.stream()
                .filter(row -> row.cells().stream().allMatch(Cell::isEmpty))
                .map(Row::label)
                .toList();
        String names = String.join("、", untold);
        return new Group(
                label,
                untold.isEmpty() ? "" : "どの事例にも記載のないもの：" + names + "。",
                rows.stream().filter(row -> !untold.contains(row.label())).toList());
    }
}
