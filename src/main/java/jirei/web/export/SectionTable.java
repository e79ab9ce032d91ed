package jirei.web.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.RegionFigure;

/** A table with one row for each section, including the figures of its region. Not thread-safe. */
final class SectionTable implements SectionWriter {
    /** The first columns identify the section. */
    static final int FROZEN_COLUMNS = 3;

    private final TableWriter table;
    private final List<OwnFacet> facets;

    SectionTable(TableWriter table, List<OwnFacet> facets) {
        this.table = table;
        this.facets = facets;
    }

    /** The columns up to the text are printed: all on A4 would be too small to read. */
    static List<Column> columns(List<OwnFacet> facets) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("順位", 6),
                new Column("事例番号", 6),
                new Column("事例の題", 24),
                new Column("都道府県", 9),
                new Column("場所", 10),
                new Column("年度", 7),
                new Column("事例集", 12),
                new Column("種別", 10),
                new Column("大見出し", 16),
                new Column("見出し", 20),
                new Column("本文", 60),
                Column.unprinted("主体", 24),
                Column.unprinted("テーマ", 24)));
        facets.forEach(facet -> columns.add(Column.unprinted(facet.label(), 16)));
        columns.add(Column.unprinted("メモ", 24));
        columns.add(Column.unprinted("地域", 12));
        for (RegionFigure figure : RegionFigure.values()) {
            String unit = figure.unit().isEmpty() ? "" : "（" + figure.unit() + "）";
            columns.add(Column.unprinted(figure.label() + unit, 12));
        }
        columns.add(Column.unprinted("引用（SIST 02）", 50));
        columns.add(Column.unprinted("リンク", 40));
        return List.copyOf(columns);
    }

    @Override
    public void write(ExportedSection section) throws IOException {
        CaseStudy caseStudy = section.caseStudy();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(section.rank()),
                Cell.of(caseStudy.number()),
                Cell.of(caseStudy.title()),
                Cell.of(section.prefecture()),
                Cell.of(caseStudy.place()),
                Cell.of(caseStudy.year()),
                Cell.of(caseStudy.collection()),
                Cell.of(section.kind()),
                Cell.of(section.mainHeading()),
                Cell.of(section.section() == null ? "" : section.section().heading()),
                Cell.of(String.join("\n", section.paragraphs())),
                Cell.of(String.join("、", section.actors())),
                Cell.of(String.join("、", section.themes()))));
        OwnValues values = section.facets();
        facets.forEach(facet -> cells.add(Cell.of(String.join("、", values.of(facet)))));
        cells.add(Cell.of(section.note()));
        cells.add(Cell.of(caseStudy.region().name()));
        for (RegionFigure figure : RegionFigure.values()) {
            cells.add(Cell.of(caseStudy.region().of(figure)));
        }
        cells.add(Cell.of(section.citation().sist02()));
        cells.add(new Cell.Link(section.url()));
        table.row(cells);
    }

    @Override
    public void finish(String remark) throws IOException {
        table.finish(remark);
    }
}
