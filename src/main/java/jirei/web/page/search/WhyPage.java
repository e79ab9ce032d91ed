package jirei.web.page.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jirei.query.ExpansionOptions.Expansion;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.WordMatch;
import jirei.web.page.Frame;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * Why a section is among the results, in words.
 *
 * @param frame what stands around it
 * @param hit the section
 * @param words what each word of the query did
 * @param note what stands for a query without words
 */
public record WhyPage(Frame frame, HitView hit, List<WordReason> words, String note) {
    public WhyPage {
        words = List.copyOf(words);
    }

    /**
     * What a word did.
     *
     * @param text the word as typed
     * @param share its part of the score, in percent, as in 62%
     * @param rarity how many sections have it
     * @param places where it stands and in which form, a sentence each
     */
    public record WordReason(String text, String share, String rarity, List<String> places) {
        public WordReason {
            places = List.copyOf(places);
        }
    }

    /** The {@code explanation} of a hit of {@code search}. */
    public static WhyPage of(SearchState search, HitExplanation explanation, Frame.AssetUrls assets) {
        double all = explanation.score();
        return new WhyPage(
                new Frame("この結果が出た理由", search, assets, Frame.Form.AT_HEAD),
                HitView.of(explanation.hit(), search),
                explanation.words().stream()
                        .map(word -> reason(word, all, explanation.sections()))
                        .toList(),
                explanation.words().isEmpty() ? "検索のことばがないため、絞り込みの条件だけで選ばれています。" : "");
    }

    private static WordReason reason(WordMatch word, double all, long sections) {
        return new WordReason(
                word.text(),
                all > 0 && word.score() > 0 ? Math.round(100 * word.score() / all) + "%" : "",
                Wording.grouped(sections) + "件の記述のうち" + Wording.grouped(word.sections()) + "件にあることば"
                        + rare(word.sections(), sections),
                word.score() > 0 ? places(word.matches()) : List.of("この記述にはありません。"));
    }

    /** Rarity in words: what stands in one section of twenty or less says much, what stands in every third says little. */
    private static String rare(long of, long all) {
        if (of * 20 <= all) {
            return "（めずらしいので、順位に強く効きます）";
        }
        return of * 3 >= all ? "（よくあることばなので、順位にはあまり効きません）" : "";
    }

    /** One sentence a form, with its places; the most weighty first. */
    private static List<String> places(List<ExpansionMatch> matches) {
        Map<Expansion, List<String>> places = new LinkedHashMap<>();
        for (ExpansionMatch match : matches) {
            places.computeIfAbsent(match.expansion(), form -> new ArrayList<>())
                    .add(match.field().label());
        }
        List<String> sentences = new ArrayList<>();
        places.forEach((form, labels) -> sentences.add(
                labels.stream().distinct().collect(Collectors.joining("と")) + "に" + form(form) + "あります。"));
        return sentences.isEmpty() ? List.of("表記ゆれや同義語の形であります。") : sentences;
    }

    private static String form(Expansion form) {
        return switch (form.kind()) {
            case ORIGINAL -> "入力したとおりの文字が";
            case VARIANT -> "別の書き方、または分かれた形で";
            case SYNONYM -> "同義語「" + form.text() + "」が";
            case READING -> "読みが同じことばが";
        };
    }

    /** Whether any word was asked for. */
    public boolean hasWords() {
        return !words.isEmpty();
    }
}
