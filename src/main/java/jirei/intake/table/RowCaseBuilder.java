package jirei.intake.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.FacetLexicon;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** Builds the case of a row. What does not fit into a field becomes a section. Not thread-safe. */
final class RowCaseBuilder {
    /**
     * What holds for all rows of a table, unless they say otherwise.
     *
     * @param collection the title of the table
     * @param prefecture the only prefecture that the titles above the table name; null for none
     * @param year the fiscal year in them; null for none
     */
    record Defaults(String collection, @Nullable Prefecture prefecture, @Nullable Integer year) {}

    private static final int MAX_TITLE_LENGTH = 200;
    private static final int MAX_URL_LENGTH = 2_000;
    private static final Pattern OVERVIEW = Pattern.compile(".*(?:概要|内容|要旨|要約|あらまし|説明)");
    private static final Pattern POINT = Pattern.compile(".*(?:ポイント|工夫|秘訣|コツ|成功要因).*");
    private static final Pattern NOTE = Pattern.compile("備考|注記?|補足");
    private static final Pattern BASIS = Pattern.compile("[（(]([^（）()]*(?:年|月|調査|統計|台帳)[^（）()]*)[)）]");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

    private final CaseTable table;
    private final ColumnMapping mapping;
    private final Defaults defaults;
    private final Lexicon lexicon;
    private final List<ImportWarning> warnings = new ArrayList<>();
    /** The columns whose text is wholly in a field. */
    private final List<Integer> used = new ArrayList<>();

    RowCaseBuilder(CaseTable table, ColumnMapping mapping, Defaults defaults, Lexicon lexicon) {
        this.table = table;
        this.mapping = mapping;
        this.defaults = defaults;
        this.lexicon = lexicon;
    }

    /** Returns the warnings about the cases built so far. */
    List<ImportWarning> warnings() {
        return warnings;
    }

    /**
     * Returns the case of {@code group}; empty if it has neither title nor place.
     *
     * @param above the prefecture of the rows above, which a blank cell repeats; null for none
     */
    Optional<CaseStudy> build(RowGrouper.Group group, String id, @Nullable Prefecture above) {
        CaseRow row = group.row();
        used.clear();
        CellValue.PlaceName place = place(row);
        Prefecture prefecture = prefecture(row, place, group.prefecture() == null ? above : group.prefecture());
        Integer year = year(row);
        int number = ColumnMapping.number(row.cell(mapping.column(ColumnField.NUMBER)));
        use(ColumnField.NUMBER, number > 0);
        RegionFigures region = region(row, place.place());
        String url = url(row);
        String title = title(row, place, prefecture);
        if (title.isEmpty()) {
            return Optional.empty();
        }
        OwnValues facets = facets(row, id);
        List<Section> sections = sections(row, title);
        warn(row, id, prefecture, title);
        return Optional.of(new CaseStudy(
                id,
                number > 0 ? (Integer) number : null,
                title,
                defaults.collection(),
                year,
                prefecture,
                place.place(),
                region,
                new Source(defaults.collection(), "", url, ""),
                facets,
                sections));
    }

    private void warn(CaseRow row, String id, @Nullable Prefecture prefecture, String title) {
        if (prefecture == null) {
            warnings.add(new ImportWarning(
                    row.number(),
                    row.number(),
                    id,
                    "",
                    ImportWarning.PREFECTURE,
                    "都道府県（prefecture）が分かりません。書き足してください。"));
        }
        if (row.cell(mapping.column(ColumnField.TITLE)).isEmpty()) {
            warnings.add(new ImportWarning(
                    row.number(), row.number(), id, "", ImportWarning.TITLE, "題の列が空のため、「" + title + "」を題にしました。"));
        }
    }

    private void use(ColumnField field, boolean isWhole) {
        if (isWhole) {
            used.add(mapping.column(field));
        }
    }

    private CellValue.PlaceName place(CaseRow row) {
        String cell = row.cell(mapping.column(ColumnField.PLACE));
        String inPrefecture = row.cell(mapping.column(ColumnField.PREFECTURE));
        boolean isPlace = CellValue.isPlace(cell) || hasPlacesOnly();
        use(ColumnField.PLACE, isPlace && cell.lines().count() <= 1);
        if (!isPlace && !cell.isEmpty()) {
            return new CellValue.PlaceName(null, ""); // the name of an organization
        }
        if (cell.isEmpty() && CellValue.place(inPrefecture).prefecture() != null) {
            return CellValue.place(inPrefecture); // as in 島根県緑町
        }
        return CellValue.place(cell);
    }

    /** Returns whether the column has places only: its name means nothing else, unlike 実施主体. */
    private boolean hasPlacesOnly() {
        int column = mapping.column(ColumnField.PLACE);
        return column >= 0
                && ColumnName.meaning(table.names().get(column), ColumnField.PLACE)
                        .map(ColumnName.Meaning::certain)
                        .orElse(true);
    }

    private @Nullable Prefecture prefecture(CaseRow row, CellValue.PlaceName place, @Nullable Prefecture above) {
        String cell = row.cell(mapping.column(ColumnField.PREFECTURE));
        Prefecture named = CellValue.place(cell).prefecture();
        use(ColumnField.PREFECTURE, named != null || cell.isEmpty());
        if (named != null) {
            return named;
        }
        if (place.prefecture() != null) {
            return place.prefecture();
        }
        Prefecture known = CellValue.prefectureOf(place.place());
        if (known != null) {
            return known;
        }
        return above == null ? defaults.prefecture() : above;
    }

    private @Nullable Integer year(CaseRow row) {
        String cell = row.cell(mapping.column(ColumnField.YEAR));
        OptionalInt year = CellValue.year(cell);
        use(ColumnField.YEAR, cell.isEmpty() || CellValue.isYearOnly(cell));
        return year.isPresent() ? (Integer) year.getAsInt() : defaults.year();
    }

    private RegionFigures region(CaseRow row, String name) {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        for (ColumnField field : ColumnField.values()) {
            int column = mapping.column(field);
            field.figure().filter(figure -> column >= 0).ifPresent(figure -> {
                String columnName = table.names().get(column);
                var basis = BASIS.matcher(columnName);
                String dated = basis.find() ? basis.group(1) : "";
                CellValue.figure(figure, columnName, row.cell(column)).ifPresent(value -> {
                    figures.put(figure, new Figure(value, dated));
                    used.add(column);
                });
            });
        }
        return figures.isEmpty() ? RegionFigures.NONE : new RegionFigures(name, figures);
    }

    /** Returns the values in the columns that are called as a facet of the corpus; what it cannot have stays text. */
    private OwnValues facets(CaseRow row, String id) {
        Map<OwnFacet, List<String>> values = new HashMap<>();
        for (int column = 0; column < mapping.fields().size(); column++) {
            OwnFacet facet = lexicon.facets().named(table.names().get(column)).orElse(null);
            String cell = row.cell(column);
            if (facet == null || mapping.fields().get(column) != ColumnField.SECTION || cell.isEmpty()) {
                continue;
            }
            List<String> ofFacet = FacetLexicon.values(facet, cell);
            if (ofFacet.isEmpty()) {
                warnings.add(new ImportWarning(
                        row.number(),
                        row.number(),
                        id,
                        "",
                        ImportWarning.NO_FIELD,
                        facet.label() + "の値「" + cell.replace('\n', ' ') + "」は使えないため、本文にしました。"));
            } else {
                values.put(facet, ofFacet);
                used.add(column);
            }
        }
        return new OwnValues(values);
    }

    private String url(CaseRow row) {
        String cell = row.cell(mapping.column(ColumnField.URL));
        boolean isAddress = WEB_ADDRESS.matcher(cell).matches() && cell.length() <= MAX_URL_LENGTH;
        use(ColumnField.URL, isAddress);
        return isAddress ? cell : "";
    }

    /** Returns the title, else a title made of the place; empty if there is neither. */
    private String title(CaseRow row, CellValue.PlaceName place, @Nullable Prefecture prefecture) {
        String cell = JapaneseText.joinKeepingSpaces(
                row.cell(mapping.column(ColumnField.TITLE)).lines().toList());
        if (!cell.isEmpty() && cell.length() <= MAX_TITLE_LENGTH) {
            use(ColumnField.TITLE, true);
            return cell;
        }
        if (!cell.isEmpty()) {
            return cell.substring(0, cell.offsetByCodePoints(0, MAX_TITLE_LENGTH / 2));
        }
        String name = place.place().isEmpty() && prefecture != null ? prefecture.fullName() : place.place();
        return name.isEmpty() ? "" : name + "の取組";
    }

    private List<Section> sections(CaseRow row, String title) {
        List<Section> sections = new ArrayList<>();
        for (int column = 0; column < mapping.fields().size(); column++) {
            boolean isKept = mapping.fields().get(column) != ColumnField.UNUSED && !used.contains(column);
            String text = row.cell(column);
            if (isKept && !text.isEmpty()) {
                String name = table.names().get(column);
                sections.add(section("s" + (column + 1), kind(name), name.isEmpty() ? title : name, text));
            }
        }
        if (sections.isEmpty()) {
            String all = IntStream.range(0, mapping.fields().size())
                    .filter(column -> !row.cell(column).isEmpty())
                    .mapToObj(column -> table.names().get(column) + "：" + row.cell(column))
                    .reduce("", (one, other) -> one + "\n" + other);
            sections.add(section("s0", SectionKind.LEAD, title, all));
        }
        return sections;
    }

    private Section section(String id, SectionKind kind, String heading, String text) {
        return new Section(
                id,
                kind,
                heading,
                "",
                lexicon.actorsOf(kind, heading, text),
                lexicon.themes().find(heading, text),
                text);
    }

    private static SectionKind kind(String name) {
        String key = ColumnName.key(name);
        if (OVERVIEW.matcher(key).matches()) {
            return SectionKind.LEAD;
        }
        if (POINT.matcher(key).matches()) {
            return SectionKind.POINT;
        }
        return NOTE.matcher(key).matches() ? SectionKind.NOTE : SectionKind.SUBSECTION;
    }
}
