package jirei.web.page.words;

import java.util.List;
import java.util.Optional;
import jirei.corpus.lexicon.LexiconLine;
import jirei.library.words.LexiconEntry;
import jirei.library.words.MissingWord;
import jirei.web.page.Frame;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * The words of queries that no section has. Immutable.
 *
 * @param frame the frame of the page
 * @param rows the words, the most frequent first
 * @param page the page, from 1
 * @param hasMore whether there is another page
 * @param problem why there are none; empty if there are
 */
public record MissingWordsPage(Frame frame, List<Row> rows, int page, boolean hasMore, String problem) {
    public MissingWordsPage {
        rows = List.copyOf(rows);
    }

    /** A word and the proposals for it. Immutable. */
    public record Row(MissingWord word, List<Choice> choices) {}

    /**
     * A proposal and the form that takes it over. Immutable.
     *
     * @param url the URL of the form of the synonyms, filled in
     */
    public record Choice(MissingWord.Proposal proposal, String url) {}

    /**
     * Returns the row of {@code word}.
     *
     * @param groups the entries of the synonyms; a word of a group is proposed as an addition to it
     */
    public static Row row(MissingWord word, List<LexiconEntry> groups) {
        return new Row(
                word,
                word.proposals().stream()
                        .map(proposal -> new Choice(proposal, url(word.word(), proposal.word(), groups)))
                        .toList());
    }

    private static String url(String missing, String proposed, List<LexiconEntry> groups) {
        Optional<LexiconEntry> group = groups.stream()
                .filter(entry -> entry.values().getLast().isEmpty())
                .filter(entry -> LexiconLine.split(entry.values().getFirst()).contains(proposed))
                .findFirst();
        var form = new QueryString(List.of());
        QueryString filled = group.isPresent()
                ? form.with("edit", Integer.toString(group.get().line()))
                        .with("words", group.get().values().getFirst() + "、" + missing)
                : form.with("words", missing + "、" + proposed);
        return "/library/lexicon/synonyms" + filled + "#_form";
    }

    /** Returns the page's frame. */
    public static Frame frame(Frame.AssetUrls assets) {
        return new Frame("見つからなかった語", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }
}
