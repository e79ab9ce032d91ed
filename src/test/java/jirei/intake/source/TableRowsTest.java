package jirei.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    @Test
    void rowsKeepTheirCellsByColumnBesideTheirText() {
        List<Block> rows = TableRows.of(
                List.of(
                        new TableRows.Cell(0, 0, 1, 1, true, "町"),
                        new TableRows.Cell(0, 1, 1, 1, true, "灯台"),
                        new TableRows.Cell(0, 2, 1, 1, true, "高さ"),
                        new TableRows.Cell(1, 0, 1, 1, false, "鴎町"),
                        new TableRows.Cell(1, 2, 1, 1, false, "12m")),
                1);

        assertThat(rows).extracting(Block::text).containsExactly("町\u3000灯台\u3000高さ", "町: 鴎町 / 高さ: 12m");
        assertThat(rows.getLast().cells()).containsExactly("鴎町", "", "12m");
    }
}
