package jirei.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import org.junit.jupiter.api.Test;

class RegionFiguresParserTest {
    @Test
    void theLabelOfTheBoxMayStandBeforeTheFigures() {
        RegionFigures found = RegionFiguresParser.read(
                SourceLine.of(List.of("地　域　〈鴎町〉", "DATA　・面積（2020年の調べ）：12.5", "　km²", "・人口：876人")));

        assertThat(found.name()).isEqualTo("鴎町");
        assertThat(found.figures()).containsOnlyKeys(RegionFigure.AREA, RegionFigure.POPULATION);
    }
}
