package jirei.corpus.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jirei.cases.Actor;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ActorLexiconTest {
    private static final Path FILE = Path.of("lexicon/actors.txt");
    private final ActorLexicon shipped = Lexicon.shipped().actors();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/corpus/actors.tsv", delimiter = '\t')
    void actorsAreFoundAsListed(String text, String expected) {
        assertThat(names(shipped.find(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"医師会, 医師会", "市, 市区町村", "町, 市区町村", "市町村, 市区町村", "県, 都道府県", "ケアマネ, ケアマネジャー", "ＮＰＯ, NPO・民間団体", "国, 国"})
    void aLabelIsMatchedAsAWhole(String label, String actor) {
        assertThat(shipped.named(label)).contains(new Actor(actor));
    }

    @ParameterizedTest
    @CsvSource({"県・市, 都道府県 市区町村", "県と市, 都道府県 市区町村", "医師会／保健所, 医師会 保健所", "市, 市区町村", "市・猫, -"})
    void aLabelMayNameSeveralActors(String label, String expected) {
        assertThat(names(shipped.allNamed(label))).isEqualTo(expected);
    }

    @Test
    void actorsAreInFileOrder() {
        assertThat(shipped.actors())
                .hasSize(23)
                .extracting(Actor::name)
                .startsWith("医師会", "歯科医師会", "薬剤師会", "市区町村", "都道府県")
                .endsWith("企業", "警察・消防");
    }

    @Test
    void everyCanonicalNameIsItsOwnSurfaceForm() {
        assertThat(shipped.actors())
                .allMatch(actor -> shipped.named(actor.name()).equals(Optional.of(actor)));
    }

    @Test
    void aLongerMatchWinsEvenIfItStartsLater() throws Exception {
        ActorLexicon lexicon = ActorLexicon.parse(FILE, "甲: あい\n乙: いうえ");

        assertThat(names(lexicon.find("あいうえ"))).isEqualTo("乙");
    }

    @ParameterizedTest
    @CsvSource({"大学病院, 甲", "大学医学部附属病院, 甲", "大学の病院, -", "大学、病院, -", "大学一二三四五六七八九十病院, 甲", "大学一二三四五六七八九十一病院, -"})
    void aStarMatchesUpToTenWordCharacters(String text, String expected) throws Exception {
        ActorLexicon lexicon = ActorLexicon.parse(FILE, "甲: 大学*病院");

        assertThat(names(lexicon.find(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"市と県, 甲", "都市, -", "市内, -", "東の市で, 甲", "A市, -", "3市, 甲", "市, 甲"})
    void aBarMatchesAWordBoundary(String text, String expected) throws Exception {
        ActorLexicon lexicon = ActorLexicon.parse(FILE, "甲: |市|");

        assertThat(names(lexicon.find(text))).isEqualTo(expected);
    }

    @Test
    void aLabelIsNotMatchedInText() throws Exception {
        ActorLexicon lexicon = ActorLexicon.parse(FILE, "国: =国、＝政府、厚労省");

        assertThat(names(lexicon.find("国と政府と厚労省"))).isEqualTo("国");
        assertThat(lexicon.named("政府")).contains(new Actor("国"));
        assertThat(lexicon.find("国と政府")).as("labels alone").isEmpty();
    }

    @Test
    void allProblemsOfAListAreReportedTogether() {
        String text = "# 説明\n甲: あ、*い\n\n乙\n丙: あ|う\n甲: か、か";

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> ActorLexicon.parse(FILE, text));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::toString)
                .containsExactly(
                        "lexicon/actors.txt:2: 語「*い」は使えません。* は語の途中に、| は語の端に書いてください",
                        "lexicon/actors.txt:4: 「乙」に名前と「:」がありません。「名前: 語、語」の形で書いてください",
                        "lexicon/actors.txt:5: 語「あ|う」は使えません。* は語の途中に、| は語の端に書いてください",
                        "lexicon/actors.txt:6: 語「か」が6行目にもあります。どちらか一つにしてください");
    }

    private static String names(List<Actor> actors) {
        return actors.isEmpty() ? "-" : actors.stream().map(Actor::name).collect(Collectors.joining(" "));
    }
}
