package jirei.engine.spell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections of misspelled queries: applied or only proposed. */
@Tag("slow")
class DidYouMeanTest {
    private World world = new World(Path.of("unused"));

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "青葉市", "アルコール依存症の相談を受けた。", "アルコール依存症。灯台で語った。", "多職種連携を進めた。")
                .with(2, Prefecture.CHIBA, "若葉町", "多職種連携の場で看取りを語った。", "ホスピスを訪ねた。", "多職種連携。");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private @Nullable SpellingCorrection correction(String query) throws Exception {
        return correction(SearchRequest.of(query));
    }

    private @Nullable SpellingCorrection correction(SearchRequest request) throws Exception {
        return world.engine().search(request).interpretation().correction();
    }

    @ParameterizedTest(name = "{0} is answered as {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            多職腫連携; 多職種連携; 1/s3 2/s1 2/s3
            アルコール依存性; アルコール依存症; 1/s1 1/s2
            見取り; 看取り; 2/s1
            ほすびす; ホスピス; 2/s2
            ホスビス　　訪ねる; ホスピス　　訪ねる; 2/s2
            多職腫連携 -看取り; 多職種連携 -看取り; 1/s3 2/s3
            (多職腫連携) 県:大阪府; (多職種連携) 県:大阪府; 1/s3
            見出し:多職腫連携 OR 本文:見取り; 見出し:多職腫連携 OR 本文:看取り; 2/s1
            多職腫連携 見取り; 多職種連携 看取り; 2/s1
            """)
    void theCorrectionOfAQueryWithoutMatchesIsApplied(String typed, String corrected, String expected)
            throws Exception {
        var results = world.search(typed);

        assertThat(results.interpretation().correction()).isEqualTo(new SpellingCorrection(corrected, true));
        assertThat(World.names(results.hits())).containsExactlyInAnyOrder(expected.split(" ", -1));
    }

    @ParameterizedTest(name = "{0} is offered as {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            灯台 OR 見取り; 灯台 OR 看取り
            "多職腫連携"; "多職種連携"
            灯台 -多職腫連携; 灯台 -多職種連携
            """)
    void theCorrectionOfAMatchingOrLiteralQueryIsOnlyProposed(String typed, String corrected) throws Exception {
        var results = world.search(typed);

        assertThat(results.interpretation().correction()).isEqualTo(new SpellingCorrection(corrected, false));
        assertThat(results.interpretation().query().text()).isEqualTo(typed);
    }

    @Test
    void aVerbatimRequestIsNotCorrected() throws Exception {
        var results = world.engine().search(SearchRequest.of("ホスビス").with(ExpansionOptions.ALL.verbatim(true)));

        assertThat(results.hits()).isEmpty();
        assertThat(results.interpretation().correction()).isEqualTo(new SpellingCorrection("ホスピス", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "多職種連携", "看取り", "みとり", "mitori", "灯台 看取り", "宇宙船", "灯台守", "依存", "依存度", "職種", "種", "県:大阪府", "LINE",
                "連絡"
            })
    void aCorrectlySpelledQueryIsNotCorrected(String query) throws Exception {
        assertThat(correction(query)).isNull();
    }

    @Test
    void aCorrectionWithoutMatchesIsNotProposed() throws Exception {
        assertThat(correction("多職腫連携 -多職種連携")).isNull();
    }

    @Test
    void filtersDoNotChangeTheCorrection() throws Exception {
        var request = SearchRequest.of("見取り").with(Facet.PREFECTURE, "大阪府");

        assertThat(correction(request)).isEqualTo(new SpellingCorrection("看取り", true));
    }

    @Test
    void theInterpretationIsThatOfTheAppliedCorrection() throws Exception {
        var interpretation = world.search("見取り").interpretation();

        assertThat(interpretation.relaxation()).isEqualTo(Relaxation.NONE);
        assertThat(interpretation.words().getFirst().text()).isEqualTo("看取り");
    }

    @Test
    void aMisspelledWordIsCorrectedInsteadOfDropped() throws Exception {
        var results = world.search("灯台 アルコール依存性");

        assertThat(World.names(results.hits())).containsExactly("1/s2");
        assertThat(results.interpretation().dropped()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is answered as {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            多職腫連携 ー看取り; 多職種連携 ー看取り
            多職腫連携、見取り。; 多職種連携、看取り。
            多職腫連携 または ほすびす; 多職種連携 または ホスピス
            """)
    void aCorrectionKeepsEveryOperator(String typed, String corrected) throws Exception {
        assertThat(correction(typed)).isEqualTo(new SpellingCorrection(corrected, true));
    }
}
