package jirei.web.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.cases.Theme;
import jirei.query.FacetScheme;
import jirei.web.request.SearchState;

/**
 * The help page. Immutable.
 *
 * @param frame the frame of the page
 * @param syntax the query syntax
 * @param equivalents spellings that are treated as equal
 * @param themes the themes of the corpus
 * @param facets the facets that the corpus declares
 */
public record HelpPage(
        Frame frame, List<Entry> syntax, List<Entry> equivalents, List<Theme> themes, List<OwnFacet> facets) {
    public HelpPage {
        syntax = List.copyOf(syntax);
        equivalents = List.copyOf(equivalents);
        themes = List.copyOf(themes);
        facets = List.copyOf(facets);
    }

    /**
     * A row of a help table. Immutable.
     *
     * @param notation how it is written
     * @param meaning what it does
     * @param example a link to an example search
     */
    public record Entry(String notation, String meaning, Link example) {
        private static Entry of(String form, String meaning, String query) {
            return new Entry(
                    form, meaning, new Link(query, SearchState.of(query).url()));
        }
    }

    /** Returns the page for a corpus with {@code scheme}. */
    public static HelpPage of(FacetScheme scheme, Frame.AssetUrls assets) {
        return new HelpPage(
                new Frame("使い方", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                List.of(
                        Entry.of("空白（全角・半角）", "すべてのキーワードを含む", "看取り 医師会"),
                        Entry.of("OR | または もしくは あるいは", "いずれかのキーワードを含む", "看取り または 終末期"),
                        Entry.of("- ー NOT 除く", "すぐ後のキーワードを含まない（- と ー は、前に空白、後に語）", "研修 -医師"),
                        Entry.of("\"…\" 「…」", "その文字の並びのとおり", "\"在宅医療\""),
                        Entry.of("…*", "その文字で始まる語", "看護*"),
                        Entry.of("( )", "条件をまとめる", "(看取り OR 終末期) 医師会"),
                        Entry.of(fields(scheme), "その値の記述だけ", "県:大阪府 主体:医師会"),
                        Entry.of("-読み取り:機械", "画像から機械で読み取った文章（OCR）の記述を除く", "看取り -読み取り:機械"),
                        Entry.of("見出し: 本文:", "そこにキーワードを含む記述だけ", "見出し:研修"),
                        Entry.of("題名: 地域:", "事例の題や地域にキーワードを含む事例の、すべての記述", "地域:大分")),
                List.of(
                        Entry.of("文字の幅", "全角と半角、大文字と小文字を区別しません", "ＩＣＴ"),
                        Entry.of("送りがな", "「取組」と「取り組み」は同じ語として扱います", "取り組み"),
                        Entry.of("数と年号", "「２４時間」と「二十四時間」、「平成29年度」と「2017年度」は同じです", "二十四時間"),
                        Entry.of("読み", "ひらがなやローマ字の読みでも検索できます", "みとり"),
                        Entry.of("旧字体", "新しい字体と同じに扱います", "醫師會"),
                        Entry.of("同義語", "辞書にある同じ意味の語も検索します", "ケアマネ")),
                scheme.themes(),
                scheme.own());
    }

    private static String fields(FacetScheme scheme) {
        return Stream.of(
                        Stream.of("県", "主体", "種別"),
                        scheme.themes().isEmpty() ? Stream.<String>empty() : Stream.of("テーマ"),
                        Stream.of("年度"),
                        scheme.own().stream().map(OwnFacet::name))
                .flatMap(names -> names)
                .map(name -> name + ":")
                .collect(Collectors.joining(" "));
    }
}
