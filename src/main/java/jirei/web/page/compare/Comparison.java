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
import jirei.cases.OwnFacet;
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
 * Cases side by side: one column for each case, one row for each figure, theme and actor. Immutable.
 *
 * @param heads the cases, in the order of the columns
 * @param groups the groups of rows
 */
public record Comparison(List<Head> heads, List<Group> groups) {
    /** Captions and notes repeat the text around them. */
    private static final List<SectionKind> OMITTED_KINDS = List.of(SectionKind.CAPTION, SectionKind.NOTE);

    /** The label of the row of regions. */
    static final String REGION = "地域";

    public Comparison {
        heads = List.copyOf(heads);
        groups = List.copyOf(groups);
    }

    /**
     * The header of a column. Immutable.
     *
     * @param id the case id
     * @param name place and number; the id if both are unknown
     * @param title the title of the case
     * @param url the URL of the case
     */
    public record Head(String id, String name, String title, String url) {}

    /**
     * A group of rows. Immutable.
     *
     * @param label the heading of the group
     * @param remark the rows left out because no case has them; may be empty
     * @param rows the rows
     */
    public record Group(String label, String remark, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }

        /** Whether there is nothing to compare, as in a corpus without themes. */
        boolean isEmpty() {
            return rows.isEmpty() && remark.isEmpty();
        }
    }

    /** A row: what each case has for one label. Immutable. */
    public record Row(String label, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a case has for one label. Immutable.
     *
     * @param text a plain value; empty if the cell has sections or nothing
     * @param basis the source of a figure; may be empty
     * @param entries the sections
     */
    public record Cell(String text, String basis, List<Entry> entries) {
        public Cell {
            entries = List.copyOf(entries);
        }

        static Cell of(String text) {
            return new Cell(text, "", List.of());
        }

        /** Whether the cell has neither text nor sections. */
        public boolean isEmpty() {
            return text.isEmpty() && entries.isEmpty();
        }

        /** The sections that are always visible. */
        public List<Entry> initial() {
            return entries.subList(0, Math.min(MAX_INITIAL, entries.size()));
        }

        /** The sections that are hidden at first, up to a limit for the whole cell. */
        public List<Entry> rest() {
            return entries.subList(initial().size(), Math.min(MAX_SHOWN, entries.size()));
        }

        /** The number of sections after those that are always visible. */
        public int more() {
            return entries.size() - initial().size();
        }

        /** A message if not all sections are shown; else empty. */
        public String remark() {
            return entries.size() > MAX_SHOWN ? "ここに示すのははじめの" + MAX_SHOWN + "件です。ほかは事例の画面か、書き出したファイルにあります。" : "";
        }

        /** Whether there are sections that are hidden at first. */
        public boolean isLong() {
            return entries.size() > MAX_INITIAL;
        }

        private static final int MAX_INITIAL = 3;
        private static final int MAX_SHOWN = 100;
    }

    /**
     * A section in a cell. Immutable.
     *
     * @param heading its heading; its kind if it has none
     * @param excerpt the start of its text, or the context of the first match; may be without parts
     * @param text its whole text
     * @param url the URL of the section in its case
     */
    public record Entry(MarkedText heading, MarkedText excerpt, String text, String url) {
        static Entry of(CaseStudy caseStudy, HighlightedSection highlighted, SearchState search) {
            Section section = highlighted.section();
            MarkedText heading = section.heading().isEmpty()
                    ? MarkedText.plain(section.kind().label())
                    : MarkedText.of(section.heading(), highlighted.heading());
            return new Entry(
                    heading, Excerpt.of(highlighted), section.text(), search.sectionUrl(caseStudy.id(), section.id()));
        }
    }

    /**
     * Returns {@code cases} side by side.
     *
     * @param cases the cases with their matches
     * @param actors the actors in the order of the rows
     * @param search the search that all links keep
     */
    public static Comparison of(List<HighlightedCase> cases, Collection<String> actors, SearchState search) {
        return new Comparison(
                cases.stream()
                        .map(highlighted -> head(highlighted.caseStudy(), search))
                        .toList(),
                Stream.of(facts(cases, search), themes(cases, search), roles(cases, actors, search))
                        .filter(group -> !group.isEmpty())
                        .toList());
    }

    private static Head head(CaseStudy caseStudy, SearchState search) {
        String name = Wording.caseName(caseStudy);
        return new Head(
                caseStudy.id(),
                name.isEmpty() ? caseStudy.id() : name,
                caseStudy.title(),
                search.caseUrl(caseStudy.id()));
    }

    private static Group facts(List<HighlightedCase> cases, SearchState search) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("事例集", cases, caseStudy -> Cell.of(caseStudy.collection())));
        rows.add(row("年度", cases, caseStudy -> Cell.of(caseStudy.year() == null ? "" : caseStudy.year() + "年度")));
        rows.add(row(REGION, cases, caseStudy -> Cell.of(caseStudy.region().name())));
        for (RegionFigure type : RegionFigure.values()) {
            rows.add(row(
                    type.label(),
                    cases,
                    caseStudy -> figure(type, caseStudy.region().of(type))));
        }
        rows.add(row("登場する主体", cases, caseStudy -> Cell.of(joined(caseStudy, Section::actors, Actor::name))));
        List<Theme> themes = search.request().query().facets().themes();
        if (!themes.isEmpty()) {
            rows.add(row("テーマ", cases, caseStudy -> Cell.of(themesOf(caseStudy, themes))));
        }
        for (OwnFacet facet : search.request().query().facets().own()) {
            rows.add(row(
                    facet.label(),
                    cases,
                    caseStudy -> Cell.of(joined(
                            caseStudy,
                            section ->
                                    caseStudy.withFacetsOfCase(section).facets().of(facet),
                            value -> value))));
        }
        return new Group("事例と地域", "", rows);
    }

    private static Row row(String label, List<HighlightedCase> cases, Function<CaseStudy, Cell> cell) {
        return new Row(
                label, cases.stream().map(HighlightedCase::caseStudy).map(cell).toList());
    }

    private static Cell figure(RegionFigure type, Optional<Figure> figure) {
        return figure.map(known -> new Cell(Wording.grouped(known.value()) + type.unit(), known.basis(), List.of()))
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

    private static String themesOf(CaseStudy caseStudy, List<Theme> themes) {
        return String.join(
                "、",
                themes.stream()
                        .filter(theme -> caseStudy.sections().stream()
                                .anyMatch(section -> section.themes().contains(theme)))
                        .map(Theme::label)
                        .toList());
    }

    private static Group themes(List<HighlightedCase> cases, SearchState search) {
        List<Row> rows = search.request().query().facets().themes().stream()
                .map(theme -> entries(
                        theme.label(),
                        cases,
                        search,
                        section -> section.themes().contains(theme)
                                && section.kind() != SectionKind.ROLE
                                && !OMITTED_KINDS.contains(section.kind())))
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

    private static Row entries(
            String label, List<HighlightedCase> cases, SearchState search, Predicate<Section> predicate) {
        return new Row(
                label,
                cases.stream()
                        .map(highlighted -> new Cell(
                                "",
                                "",
                                highlighted.sections().stream()
                                        .filter(section -> predicate.test(section.section()))
                                        .map(section -> Entry.of(highlighted.caseStudy(), section, search))
                                        .toList()))
                        .toList());
    }

    /** Names rows that no case has in one sentence: many empty rows would hide the others. */
    private static Group group(String label, List<Row> rows) {
        List<String> empty = rows.stream()
                .filter(row -> row.cells().stream().allMatch(Cell::isEmpty))
                .map(Row::label)
                .toList();
        String names = String.join("、", empty);
        return new Group(
                label,
                empty.isEmpty() ? "" : "どの事例にも記載のないもの：" + names + "。",
                rows.stream().filter(row -> !empty.contains(row.label())).toList());
    }
}
