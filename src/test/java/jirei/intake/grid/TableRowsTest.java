package jirei.intake.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.intake.source.Block;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    @Test
    void rowsKeepTheirCellsByColumnBesideTheirText() {
        List<Block> rows = TableRows.of(
                List.of(
                        new TableCell<>(0, 0, 1, 1, true, "町"),
                        new TableCell<>(0, 1, 1, 1, true, "灯台"),
                        new TableCell<>(0, 2, 1, 1, true, "高さ"),
                        new TableCell<>(1, 0, 1, 1, false, "鴎町"),
                        new TableCell<>(1, 2, 1, 1, false, "12m")),
                row -> row + 1);

        assertThat(rows).extracting(Block::text).containsExactly("町\u3000灯台\u3000高さ", "町: 鴎町 / 高さ: 12m");
        assertThat(rows.getLast().cells()).containsExactly("鴎町", "", "12m");
    }

    @Test
    void aLabelBesideAWideValueIsNoHeader() {
        List<Block> rows = TableRows.of(
                List.of(
                        new TableCell<>(0, 0, 1, 1, false, "町"),
                        new TableCell<>(0, 1, 1, 3, false, "鴎町"),
                        new TableCell<>(1, 0, 1, 1, false, "年度"),
                        new TableCell<>(1, 1, 1, 1, false, "令和2年度"),
                        new TableCell<>(1, 2, 1, 1, false, "人口"),
                        new TableCell<>(1, 3, 1, 1, false, "765人")),
                row -> row + 1);

        assertThat(rows).extracting(Block::text).containsExactly("町\u3000鴎町", "年度\u3000令和2年度\u3000人口\u3000765人");
    }

    @Test
    void aFormOfTwoPairsARowHasNoHeader() {
        List<Block> rows = TableRows.of(
                table(
                        new String[] {"自治体名", "鴎町", "担当", "灯台課"},
                        new String[] {"人口", "765人", "面積", "12km2"},
                        new String[] {"電話", "0852-00-0000", "年度", "令和2年度"}),
                row -> row + 1);

        assertThat(rows)
                .extracting(Block::text)
                .containsExactly(
                        "自治体名\u3000鴎町\u3000担当\u3000灯台課",
                        "人口\u3000765人\u3000面積\u300012km2",
                        "電話\u30000852-00-0000\u3000年度\u3000令和2年度");
    }

    @Test
    void spansThatAFileClaimsDoNotFillTheMemory() {
        var table = new TableBuilder<String>();
        for (int row = 0; row < 10_000; row++) {
            table.startRow();
            table.add(60_000, 60_000, false, "鴎町");
        }

        assertThat(table.build()).hasSize(10_000).allMatch(cell -> cell.rows() * cell.columns() == 1);
    }

    @Test
    void cellsMakeRoomForThoseFromAbove() {
        var table = new TableBuilder<String>();
        table.startRow();
        table.add(2, 1, false, "鴎町");
        table.add(1, 2, false, "灯台");
        table.startRow();
        table.add(1, 1, false, "12m");

        assertThat(table.build())
                .containsExactly(
                        new TableCell<>(0, 0, 2, 1, false, "鴎町"),
                        new TableCell<>(0, 1, 1, 2, false, "灯台"),
                        new TableCell<>(1, 1, 1, 1, false, "12m"));
    }

    private static List<TableCell<String>> table(String[]... rows) {
        var table = new TableBuilder<String>();
        for (String[] row : rows) {
            table.startRow();
            for (String cell : row) {
                table.add(1, 1, false, cell);
            }
        }
        return table.build();
    }
}
