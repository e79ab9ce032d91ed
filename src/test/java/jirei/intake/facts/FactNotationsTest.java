package jirei.intake.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.intake.source.Block;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The notations of years, places and figures on a line; the data files have a gloss a line. */
class FactNotationsTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/intake/years.tsv", delimiter = '\t')
    void fiscalYears(String line, @Nullable Integer year, String gloss) {
        assertThat(FiscalYear.in(line)).isEqualTo(Optional.ofNullable(year));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/intake/places.tsv", delimiter = '\t')
    void places(String line, @Nullable String prefecture, @Nullable String municipality, String gloss) {
        List<PlaceName> found = PlaceName.in(line);

        assertThat(found.stream().flatMap(place -> Stream.ofNullable(place.prefecture())))
                .containsExactlyElementsOf(Stream.ofNullable(prefecture)
                        .map(name -> Prefecture.named(name).orElseThrow())
                        .toList());
        assertThat(found.stream().map(PlaceName::municipality).filter(name -> !name.isEmpty()))
                .containsExactlyElementsOf(Stream.ofNullable(municipality).toList());
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/intake/figures.tsv", delimiter = '\t')
    void figures(String line, String figure, @Nullable String value, String gloss) {
        RegionFigure sought = List.of(RegionFigure.values()).stream()
                .filter(one -> one.id().equals(figure))
                .findFirst()
                .orElseThrow();
        var found = FigureScanner.figures(List.of(Block.of(Block.Kind.PARAGRAPH, line, 1)))
                .of(sought)
                .map(one -> one.value().toPlainString());

        assertThat(found).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void figuresMayBeInTheCellsBesideOrBelowTheirLabels() {
        Block beside = Block.row(List.of("人口", "8,765", "高齢化率", "38.2％"), 1);
        Block labels = Block.row(List.of("人口", "", "病院数"), 1);
        Block below = Block.row(List.of("9,876", "", "2"), 1);

        assertThat(FigureScanner.figures(List.of(beside)).figures())
                .containsOnlyKeys(RegionFigure.POPULATION, RegionFigure.AGEING_RATE);
        assertThat(FigureScanner.figures(List.of(labels, below)).figures())
                .containsOnlyKeys(RegionFigure.POPULATION, RegionFigure.HOSPITALS);
        assertThat(FigureScanner.figures(List.of(labels, below, below)).figures())
                .as("a table of several places")
                .isEmpty();
    }

    @Test
    void fieldsAreReadFromRowsLinesAndLinesBelow() {
        List<Block> form = List.of(
                Block.row(List.of("１．自治体名（正式名称）", "鳥取県かもめ町"), 1),
                Block.of(Block.Kind.PARAGRAPH, "事業名：灯台の当番", 2),
                Block.of(Block.Kind.PARAGRAPH, "概要", 3),
                Block.of(Block.Kind.PARAGRAPH, "夜を照らす。", 4),
                Block.of(Block.Kind.PARAGRAPH, "そのほかの文章である。", 5));

        assertThat(Field.of(form))
                .containsExactly(
                        new Field(0, "自治体名", "鳥取県かもめ町"), new Field(1, "事業名", "灯台の当番"), new Field(2, "概要", "夜を照らす。"));
    }
}
