package jirei.web.page.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.query.Expansion;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.Field;
import jirei.search.HitExplanation.WordMatch;
import jirei.web.page.Frame;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * Explains why a section matches. Immutable.
 *
 * @param frame the frame of the page
 * @param hit the section
 * @param words the contribution of each query word
 * @param note the explanation for a query without words; empty otherwise
 */
public record WhyPage(Frame frame, HitView hit, List<WordContribution> words, String note) {
    public WhyPage {
        words = List.copyOf(words);
    }

    /**
     * The contribution of a query word. Immutable.
     *
     * @param text the word as typed
     * @param share its share of the score, such as 62%; empty if it adds nothing
     * @param rarity its document frequency in words
     * @param places the fields in which it matches, one sentence for each expansion
     */
    public record WordContribution(String text, String share, String rarity, List<String> places) {
        public WordContribution {
            places = List.copyOf(places);
        }
    }

    /** Returns the page for {@code explanation}, a hit of {@code search}. */
    public static WhyPage of(SearchState search, HitExplanation explanation, Frame.AssetUrls assets) {
        double all = explanation.score();
        return new WhyPage(
                new Frame("この結果が出た理由", search, assets, Frame.Form.AT_HEAD),
                HitView.of(explanation.hit(), search),
                explanation.words().stream()
                        .map(word -> contribution(word, all, explanation.sections()))
                        .toList(),
                explanation.words().isEmpty() ? "キーワードがないため、絞り込みの条件だけで選ばれています。" : "");
    }

    private static WordContribution contribution(WordMatch word, double all, long sections) {
        return new WordContribution(
                word.text(),
                all > 0 && word.score() > 0 ? Math.round(100 * word.score() / all) + "%" : "",
                Wording.grouped(sections) + "件の記述のうち" + Wording.grouped(word.sections()) + "件にある語"
                        + rarityNote(word.sections(), sections),
                word.score() > 0 ? places(word.matches()) : List.of("この記述にはありません。"));
    }

    /** A word in at most one section of twenty weighs much, a word in every third section weighs little. */
    private static String rarityNote(long of, long all) {
        if (of * 20 <= all) {
            return "（少ない語なので、順位への影響が大きくなります）";
        }
        return of * 3 >= all ? "（多い語なので、順位への影響は小さくなります）" : "";
    }

    /** Returns one sentence for each expansion with its fields, highest contribution first. */
    private static List<String> places(List<ExpansionMatch> matches) {
        Map<Expansion, Set<Field>> places = new LinkedHashMap<>();
        for (ExpansionMatch match : matches) {
            places.computeIfAbsent(match.expansion(), expansion -> EnumSet.noneOf(Field.class))
                    .add(match.field());
        }
        List<String> sentences = new ArrayList<>();
        places.forEach((expansion, fields) ->
                sentences.add(Wording.places(fields) + "に、" + expansionText(expansion) + "があります。"));
        return sentences.isEmpty() ? List.of("表記や語の切れ目が異なる語、または同義語があります。") : sentences;
    }

    private static String expansionText(Expansion expansion) {
        return switch (expansion.kind()) {
            case ORIGINAL -> "入力したとおりの語";
            case VARIANT -> "表記や語の切れ目が異なる語";
            case SYNONYM -> "同義語「" + expansion.text() + "」";
            case READING -> "読みが同じ語";
            case INFIX -> "この語を途中に含む語";
            case PLACE -> "入力した地名";
        };
    }

    /** Whether the query has words. */
    public boolean hasWords() {
        return !words.isEmpty();
    }
}
