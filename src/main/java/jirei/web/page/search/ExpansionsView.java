package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.ExpansionOptions.Expansion;
import jirei.search.ExpansionCount;
import jirei.search.WordInterpretation;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * How each word was looked for (検索の解釈), with the way to switch each form off and on.
 *
 * @param summary in one line what was looked for beside the words as typed
 * @param open whether something is switched off, so that it is shown at once
 * @param words the words
 * @param switches what turns all forms of a kind off and on
 * @param hidden what a form must carry so that it keeps what is switched off
 */
public record ExpansionsView(
        String summary, boolean open, List<WordLine> words, List<Link> switches, List<QueryString.Parameter> hidden) {
    private static final int NAMED_FORMS = 3;

    public ExpansionsView {
        words = List.copyOf(words);
        switches = List.copyOf(switches);
        hidden = List.copyOf(hidden);
    }

    /**
     * A word.
     *
     * @param text as typed
     * @param note how often it is found by itself and what became of it
     * @param forms its forms beside the typed one
     */
    public record WordLine(String text, String note, List<FormChip> forms) {
        public WordLine {
            forms = List.copyOf(forms);
        }
    }

    /**
     * A form of a word.
     *
     * @param kind the kind, as in 同義語
     * @param text the form
     * @param count what it adds
     * @param on whether it is looked for
     * @param toggleUrl the same search with it switched the other way
     */
    public record FormChip(String kind, String text, String count, boolean on, String toggleUrl) {
        /** What the link does. */
        public String action() {
            return on ? "外す" : "含める";
        }
    }

    /** How {@code words} were looked for in {@code search}. */
    static ExpansionsView of(SearchState search, List<WordInterpretation> words) {
        ExpansionOptions matching = search.request().expansionOptions();
        return new ExpansionsView(
                summary(matching, words),
                !matching.equals(ExpansionOptions.EVERY_FORM),
                words.stream().map(word -> line(search, word)).toList(),
                List.of(
                        whole(search, "表記ゆれ", matching.variants(), matching.variants(!matching.variants())),
                        whole(search, "同義語", matching.synonyms(), matching.synonyms(!matching.synonyms()))),
                SearchState.matchingParameters(matching));
    }

    private static Link whole(SearchState search, String what, boolean on, ExpansionOptions other) {
        return new Link(what + (on ? "をすべて外す" : "を含める"), search.matching(other).url());
    }

    private static String summary(ExpansionOptions matching, List<WordInterpretation> words) {
        List<ExpansionCount> used = words.stream()
                .flatMap(word -> word.expansions().stream())
                .filter(form -> form.enabled() && form.expansion().kind() != ExpansionKind.ORIGINAL)
                .toList();
        List<String> parts = new ArrayList<>();
        if (used.stream().anyMatch(form -> form.expansion().kind() != ExpansionKind.SYNONYM)) {
            parts.add("表記ゆれ");
        }
        List<String> synonyms = used.stream()
                .filter(form -> form.expansion().kind() == ExpansionKind.SYNONYM)
                .map(form -> form.expansion().text())
                .distinct()
                .toList();
        if (!synonyms.isEmpty()) {
            String named = synonyms.stream()
                    .limit(NAMED_FORMS)
                    .map(synonym -> "「" + synonym + "」")
                    .collect(Collectors.joining());
            parts.add("同義語" + named + (synonyms.size() > NAMED_FORMS ? "など" + synonyms.size() + "語" : ""));
        }
        if (!parts.isEmpty()) {
            return String.join("と", parts) + "も含めています";
        }
        return matching.equals(ExpansionOptions.EVERY_FORM) ? "入力したことばのままで検索しています" : "一部の表記ゆれ・同義語を外しています";
    }

    private static WordLine line(SearchState search, WordInterpretation word) {
        return new WordLine(
                word.text(),
                note(word),
                word.expansions().stream()
                        .filter(form -> form.expansion().kind() != ExpansionKind.ORIGINAL)
                        .map(form -> chip(search, form, word.text()))
                        .toList());
    }

    private static String note(WordInterpretation word) {
        String count = Wording.grouped(word.sections()) + "件";
        if (word.excluded()) {
            return count + "を除外";
        }
        return word.dropped() ? count + "・検索から除いたことば" : count;
    }

    private static FormChip chip(SearchState search, ExpansionCount form, String typed) {
        var of = form.expansion();
        return new FormChip(
                of.kind().label(),
                wording(of, typed),
                (form.enabled() ? "＋" : "外した分 ") + Wording.grouped(form.additionalSections()) + "件",
                form.enabled(),
                search.matching(search.request().expansionOptions().toggled(of)).url());
    }

    private static String wording(Expansion form, String typed) {
        return switch (form.kind()) {
            case ORIGINAL, SYNONYM -> form.text();
            case VARIANT -> form.text().equals(typed) ? "別の書き方・分かれた形" : form.text();
            case READING -> "読みが同じことば";
        };
    }

    /** Whether there is anything to tell beside the words as typed. */
    public boolean isNeeded() {
        return open
                || words.size() > 1
                || words.stream().anyMatch(word -> !word.forms().isEmpty());
    }
}
