package jirei.corpus.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.OwnFacet;
import jirei.cases.OwnFacet.Order;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetLexiconTest {
    private static final Path FILE = Path.of("lexicon/facets.txt");

    @Test
    void facetsAreDeclaredOneALine() throws Exception {
        FacetLexicon lexicon = FacetLexicon.parse(
                FILE,
                """
                # 説明
                予算: 一つ、一覧の順、表示名 事業の予算
                予算の値: １００万円未満、100万円以上
                分野: 複数、階層、件数の順
                戸数: 数の順
                """);

        assertThat(lexicon.facets())
                .containsExactly(
                        new OwnFacet("予算", "事業の予算", false, Order.LIST, false, List.of("100万円未満", "100万円以上"), 0),
                        new OwnFacet("分野", "分野", true, Order.COUNT, true, List.of(), 1),
                        new OwnFacet("戸数", "戸数", true, Order.NUMBER, false, List.of(), 2));
        assertThat(lexicon.named("事業の予算")).contains(lexicon.facets().getFirst());
        assertThat(lexicon.named("予算")).contains(lexicon.facets().getFirst());
        assertThat(lexicon.named("年度")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            year: 一つ            | 1: 項目の名前「year」はすべての事例集が持つ項目の名前です。別の名前に変えてください
            Year: 一つ            | 1: 項目の名前「Year」はすべての事例集が持つ項目の名前です。別の名前に変えてください
            主体: 一つ            | 1: 項目の名前「主体」はすべての事例集が持つ項目の名前です。別の名前に変えてください
            予 算: 一つ           | 1: 項目の名前「予 算」は使えません。文字と数字と _ - だけで、20文字以内で書いてください
            not.予算: 一つ        | 1: 項目の名前「not.予算」は使えません。文字と数字と _ - だけで、20文字以内で書いてください
            予算: 一つ;予算: 複数 | 2: 項目「予算」が二度あります。どちらか一つにしてください
            予算: 一覧の順        | 1: 項目「予算」の値の一覧がありません。下に「予算の値: 」の行を加えて値を順に書いてください
            予算の値: 甲          | 1: 「予算の値」の上に「予算: 」の行がありません。先に「予算: 一つ、一覧の順」の形で書いてください
            予算: 一つ;予算の値: 甲 | 2: 項目「予算」は一覧の順ではありません。この行を消すか、「予算: 」の行に「一覧の順」を加えてください
            予算: 一覧の順;予算の値: 甲、甲 | 2: 値「甲」が二度あります。どちらか一つにしてください
            予算: 一つ、複数      | 1: 項目「予算」に、同時に指定できない設定があります。一つ・複数 のどちらかと、一覧の順・件数の順・数の順 のどれか一つにしてください
            予算: 大きい順        | 1: 設定「大きい順」はありません。一つ・複数・一覧の順・件数の順・数の順・階層・表示名 名前 のどれかで書いてください
            予算: 表示名 年度     | 1: 表示名「年度」はすべての事例集が持つ項目の名前です。別の名前に変えてください
            予算: 一つ;費用: 表示名 予算 | 2: 表示名「予算」がほかの項目の名前か表示名と同じです。どちらかを変えてください
            分野: 階層、一覧の順;分野の値: 防災// | 2: 分野の値「防災//」は「/」の前か後ろが空で使えません。防災/避難所 のように書いてください
            予算                  | 1: 「予算」に名前と「:」がありません。「名前: 語、語」の形で書いてください
            """)
    void faultsNameLineAndRemedy(String text, String fault) {
        CorpusFormatException e = catchThrowableOfType(
                CorpusFormatException.class, () -> FacetLexicon.parse(FILE, text.replace(';', '\n')));

        assertThat(e.diagnostics()).extracting(CorpusDiagnostic::toString).contains("lexicon/facets.txt:" + fault);
    }

    @Test
    void aCorpusDeclaresAtMostTenFacets() {
        var text = new StringBuilder();
        for (int i = 0; i <= OwnFacet.MAX_FACETS; i++) {
            text.append("項目").append(i).append(": 一つ\n");
        }

        CorpusFormatException e =
                catchThrowableOfType(CorpusFormatException.class, () -> FacetLexicon.parse(FILE, text.toString()));

        assertThat(e.diagnostics())
                .extracting(CorpusDiagnostic::problem)
                .containsExactly("絞り込みの項目が11あります。10以下に減らしてください");
    }

    @ParameterizedTest
    @CsvSource({"12戸, 12", "100万円未満, 1000000", "1.5億円, 150000000", "3千人, 3000", "'1,200戸', 1200", "少し, ''"})
    void valuesAreOrderedByTheirFirstNumber(String value, String number) {
        assertThat(OwnFacet.numberIn(value)
                        .map(one -> one.toBigInteger().toString())
                        .orElse(""))
                .isEqualTo(number);
    }

    @Test
    void aValueLiesInsideThoseAboveIt() {
        var facet = new OwnFacet("分野", "分野", true, Order.LIST, true, List.of("住まい/改修/屋根", "住まい/移住"), 0);
        var flat = new OwnFacet("分野", "分野", true, Order.COUNT, false, List.of(), 0);

        assertThat(facet.valuesAbove("住まい/改修/屋根")).containsExactly("住まい", "住まい/改修");
        assertThat(facet.allowed()).containsExactly("住まい", "住まい/改修", "住まい/改修/屋根", "住まい/移住");
        assertThat(flat.valuesAbove("住まい/改修")).isEmpty();
    }
}
