package jirei.web.page;

import java.util.List;
import jirei.web.request.SearchState;

/**
 * How to search, how things are counted, and what is kept.
 *
 * @param frame what stands around it
 * @param operators the ways to write a query
 * @param sameWords spellings that count as the same word
 */
public record HelpPage(Frame frame, List<Way> operators, List<Way> sameWords) {
    public HelpPage {
        operators = List.copyOf(operators);
        sameWords = List.copyOf(sameWords);
    }

    /**
     * A way to write a query.
     *
     * @param form how it is written
     * @param meaning what it does
     * @param example one that can be tried
     */
    public record Way(String form, String meaning, Link example) {
        private static Way of(String form, String meaning, String query) {
            return new Way(form, meaning, new Link(query, SearchState.of(query).url()));
        }
    }

    /** The page. */
    public static HelpPage of(Frame.AssetUrls assets) {
        return new HelpPage(
                new Frame("使い方", SearchState.NOTHING, assets, Frame.Form.AT_HEAD),
                List.of(
                        Way.of("空白（全角・半角）", "すべてのことばを含む", "看取り 医師会"),
                        Way.of("OR または |", "どれかのことばを含む", "看取り OR 終末期"),
                        Way.of("- または NOT", "後のことばを含まない", "研修 -医師"),
                        Way.of("\"…\"", "その文字の並びのとおり", "\"在宅医療\""),
                        Way.of("( )", "条件をまとめる", "(看取り OR 終末期) 医師会"),
                        Way.of("県: 主体: 種別: テーマ: 年度:", "その値の記述だけ", "県:大阪府 主体:医師会"),
                        Way.of("見出し: 本文: 題名: 地域:", "そこにあることばだけ", "見出し:研修")),
                List.of(
                        Way.of("文字の幅", "全角と半角、大文字と小文字を区別しません", "ＩＣＴ"),
                        Way.of("送りがな", "「取組」と「取り組み」は同じことばです", "取り組み"),
                        Way.of("数と年号", "「２４時間」と「二十四時間」、「平成29年度」と「2017年度」は同じです", "二十四時間"),
                        Way.of("読み", "ひらがなやローマ字の読みでもさがせます", "みとり"),
                        Way.of("旧字体", "新しい字体と同じに扱います", "醫師會"),
                        Way.of("同義語", "辞書にある同じ意味のことばもさがします", "ケアマネ")));
    }
}
