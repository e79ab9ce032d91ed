package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.search.ExpansionCount;
import jirei.search.WordInterpretation;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The expansions of each query word (検索の解釈), with links that disable and enable them. Immutable.
 *
 * @param summary the expansions in one line
 * @param open whether the details are open, because an expansion is disabled
 * @param words the words of the query
 * @param toggles links that disable or enable all expansions of a kind
 * @param hiddenParameters the form parameters that keep disabled expansions disabled
 */
public record ExpansionsView(
        String summary,
        boolean open,
        List<WordView> words,
        List<Link> toggles,
        List<QueryString.Parameter> hiddenParameters) {
    private static final int MAX_NAMED_SYNONYMS = 3;

    public ExpansionsView {
        words = List.copyOf(words);
        toggles = List.copyOf(toggles);
        hiddenParameters = List.copyOf(hiddenParameters);
    }

    /**
     * A query word. Immutable.
     *
     * @param text the word as typed
     * @param note its number of hits, and whether it was excluded or dropped
     * @param expansions its expansions other than the word itself
     */
    public record WordView(String text, String note, List<ExpansionChip> expansions) {
        public WordView {
            expansions = List.copyOf(expansions);
        }
    }

    /**
     * An expansion of a word. Immutable.
     *
     * @param kind the kind, such as 同義語
     * @param text the text of the expansion
     * @param count the number of hits that it adds
     * @param enabled whether it is enabled
     * @param toggleUrl the URL of the search with the expansion toggled; null if the word has no other
     */
    public record ExpansionChip(String kind, String text, String count, boolean enabled, @Nullable String toggleUrl) {
        /** The label of the link that toggles the expansion. */
        public String action() {
            return enabled ? "外す" : "含める";
        }
    }

    /** Returns the expansions of {@code words}, which are those of {@code search}. */
    static ExpansionsView of(SearchState search, List<WordInterpretation> words) {
        ExpansionOptions options = search.request().expansionOptions();
        return new ExpansionsView(
                summary(options, words),
                hasDisabled(options),
                words.stream().map(word -> wordView(search, word)).toList(),
                List.of(
                        toggleAll(search, "表記ゆれ", options.variants(), options.variants(!options.variants())),
                        toggleAll(search, "同義語", options.synonyms(), options.synonyms(!options.synonyms()))),
                SearchState.expansionParameters(options));
    }

    private static Link toggleAll(SearchState search, String label, boolean enabled, ExpansionOptions other) {
        return new Link(
                label + (enabled ? "をすべて外す" : "を含める"),
                search.withExpansions(other).url());
    }

    private static String summary(ExpansionOptions options, List<WordInterpretation> words) {
        List<ExpansionCount> used = words.stream()
                .flatMap(word -> word.expansions().stream())
                .filter(count -> count.enabled() && count.expansion().kind() != ExpansionKind.ORIGINAL)
                .toList();
        List<String> parts = new ArrayList<>();
        if (used.stream()
                .anyMatch(count -> count.expansion().kind() == ExpansionKind.VARIANT
                        || count.expansion().kind() == ExpansionKind.READING)) {
            parts.add("表記ゆれ");
        }
        List<String> synonyms = used.stream()
                .filter(count -> count.expansion().kind() == ExpansionKind.SYNONYM)
                .map(count -> count.expansion().text())
                .distinct()
                .toList();
        if (!synonyms.isEmpty()) {
            String named = synonyms.stream()
                    .limit(MAX_NAMED_SYNONYMS)
                    .map(synonym -> "「" + synonym + "」")
                    .collect(Collectors.joining());
            parts.add("同義語" + named + (synonyms.size() > MAX_NAMED_SYNONYMS ? "など" + synonyms.size() + "語" : ""));
        }
        if (used.stream().anyMatch(count -> count.expansion().kind() == ExpansionKind.INFIX)) {
            parts.add("語の途中にあるもの");
        }
        if (!parts.isEmpty()) {
            return String.join("と", parts) + "も含めています";
        }
        return !hasDisabled(options) ? "入力したキーワードのままで検索しています" : "一部の表記ゆれ・同義語を外しています";
    }

    private static boolean hasDisabled(ExpansionOptions options) {
        return !options.variants()
                || !options.synonyms()
                || options.toggled().stream().anyMatch(expansion -> expansion.kind() != ExpansionKind.INFIX);
    }

    private static WordView wordView(SearchState search, WordInterpretation word) {
        return new WordView(
                word.text(),
                note(word),
                word.expansions().stream()
                        .filter(count -> count.expansion().kind() != ExpansionKind.ORIGINAL)
                        .map(count -> chip(search, count, word.text()))
                        .toList());
    }

    private static String note(WordInterpretation word) {
        String count = Wording.grouped(word.sections()) + "件";
        if (word.excluded()) {
            return count + "を除外";
        }
        return word.dropped() ? count + "・検索から除いた語" : count;
    }

    private static ExpansionChip chip(SearchState search, ExpansionCount count, String typed) {
        Expansion expansion = count.expansion();
        ExpansionOptions options = search.request().expansionOptions();
        boolean isOnly = count.enabled() && !options.allows(expansion);
        return new ExpansionChip(
                expansion.kind().label(),
                text(expansion, typed),
                (count.enabled() ? "＋" : expansion.kind() == ExpansionKind.INFIX ? "含めると＋" : "外した分 ")
                        + Wording.grouped(count.additionalSections()) + "件",
                count.enabled(),
                isOnly
                        ? null
                        : search.withExpansions(options.toggled(expansion)).url());
    }

    private static String text(Expansion expansion, String typed) {
        return switch (expansion.kind()) {
            case ORIGINAL, SYNONYM -> expansion.text();
            case VARIANT -> expansion.text().equals(typed) ? "表記や語の切れ目が異なるもの" : expansion.text();
            case READING -> "読みが同じ語";
            case INFIX -> "「" + typed + "」の文字を途中に含む語";
            case PLACE -> "「" + typed + "」の事例";
        };
    }

    /** Whether there is anything to show beyond a single word without expansions. */
    public boolean isNeeded() {
        return open
                || words.size() > 1
                || words.stream().anyMatch(word -> !word.expansions().isEmpty());
    }
}
