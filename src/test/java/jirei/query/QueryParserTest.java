package jirei.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.corpus.lexicon.ShippedThemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryParserTest {
    @ParameterizedTest(name = "{0} is parsed as {1}: {2}")
    @MethodSource("listed")
    void queriesAreParsedAsListed(String typed, String expected, String gloss) {
        ParsedQuery parsed = QueryParser.parse(typed, new FacetScheme(ShippedThemes.all(), List.of()));

        assertThat((parsed.asWords() ? "!" : "") + format(parsed.expression()))
                .as(gloss)
                .isEqualTo(expected);
    }

    @Test
    void tenThousandBracketsAreSearchedAsWords() {
        ParsedQuery parsed = QueryParser.parse("(".repeat(10_000) + "看取り");

        assertThat(parsed.asWords()).isTrue();
        assertThat(format(parsed.expression())).isEqualTo("看取り");
    }

    @Test
    void everyTextIsAccepted() {
        var random = new Random(20261122);
        String[] fragments = {
            "(", "）", "\"", "OR", "NOT", "-", "：", "県", "見出し", " ", "　", "看取り", "*", "\\", "|", "\uD842", "\0", "~",
            "^", "ー", "、", "「", "」", "または", "A", "1", ",", "\u200B", "※"
        };

        for (int round = 0; round < 5_000; round++) {
            String typed = random.ints(random.nextInt(12), 0, fragments.length)
                    .mapToObj(i -> fragments[i])
                    .collect(Collectors.joining());
            assertThat(QueryParser.parse(typed).text()).isEqualTo(typed);
        }
    }

    static Stream<Arguments> listed() throws IOException {
        try (var in = QueryParserTest.class.getResourceAsStream("/query/queries.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(columns -> Arguments.of(columns[0], columns[1], columns[2]))
                    .toList()
                    .stream();
        }
    }

    private static String format(QueryExpression expression) {
        return switch (expression) {
            case QueryExpression.MatchAll() -> "*";
            case QueryExpression.MatchNone() -> "nothing";
            case QueryExpression.Prefix(String text, QueryField field) -> prefix(field) + text + "*";
            case QueryExpression.Word(String text, QueryField field) -> prefix(field) + text;
            case QueryExpression.Phrase(String text, QueryField field) -> prefix(field) + '"' + text + '"';
            case QueryExpression.Value(Facet facet, String value) -> "[" + facet.id() + " " + value + "]";
            case QueryExpression.And(List<QueryExpression> operands) -> format("and", operands);
            case QueryExpression.Or(List<QueryExpression> operands) -> format("or", operands);
            case QueryExpression.Not(QueryExpression operand) -> format("not", List.of(operand));
        };
    }

    private static String format(String operator, List<QueryExpression> operands) {
        return operands.stream()
                .map(QueryParserTest::format)
                .collect(Collectors.joining(" ", "(" + operator + " ", ")"));
    }

    private static String prefix(QueryField field) {
        return field == QueryField.ANYWHERE ? "" : field.name().toLowerCase(Locale.ROOT) + ":";
    }

    @Test
    void duplicateOperandsAreDropped() {
        assertThat(QueryParser.parse("輪番 寄合 輪番").expression())
                .isEqualTo(QueryParser.parse("輪番 寄合").expression());
        assertThat(QueryParser.parse("輪番 ".repeat(200)).expression())
                .isEqualTo(QueryParser.parse("輪番").expression());
        assertThat(QueryParser.parse("輪番 OR 寄合 OR 輪番 OR 寄合").expression())
                .isEqualTo(QueryParser.parse("輪番 OR 寄合").expression());
        assertThat(QueryParser.parse("-輪番 寄合 -輪番").expression())
                .isEqualTo(QueryParser.parse("-輪番 寄合").expression());
    }

    @Test
    void noFacetOfACorpusCanHaveTheNameOfAField() {
        for (QueryField field : QueryField.values()) {
            assertThat(OwnFacet.RESERVED).containsAll(field.names());
        }
        for (Facet.Fixed facet : Facet.Fixed.values()) {
            assertThat(OwnFacet.RESERVED).contains(facet.id(), facet.label());
        }
    }
}
