package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.query.QueryFormatter;
import jirei.search.InfixCount;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The hit count and what it is made of. Immutable.
 *
 * @param total the hit count in words
 * @param context how many sections match by their own text and how many cases otherwise; empty if none does
 * @param caseFilters links to all sections of the cases that have the query word in title or place
 * @param infix notes on matches within other words, by word
 */
public record CountView(String total, String context, List<Link> caseFilters, List<InfixNote> infix) {
    public CountView {
        caseFilters = List.copyOf(caseFilters);
        infix = List.copyOf(infix);
    }

    /**
     * A note on the matches of a word within other words. Immutable.
     *
     * @param text a sentence
     * @param toggle a link that includes or excludes these matches; null if the word has no others
     */
    public record InfixNote(String text, @Nullable Link toggle) {}

    /** The notes on matches that are among the hits. */
    public List<InfixNote> included() {
        return infix.stream().filter(note -> !note.text().isEmpty()).toList();
    }

    /** The links that include further matches. */
    public List<InfixNote> offered() {
        return infix.stream().filter(note -> note.text().isEmpty()).toList();
    }

    static CountView of(SearchState search, SearchResults results) {
        return new CountView(
                Wording.count(results.total()),
                Wording.context(results.total(), results.context()),
                results.context().cases() == 0
                        ? List.of()
                        : caseFilters(search, results.interpretation().words()),
                results.infix().stream().map(count -> infix(search, count)).toList());
    }

    /** A query of several words is a condition on the case already, and needs no filter. */
    private static List<Link> caseFilters(SearchState search, List<WordInterpretation> words) {
        List<Link> links = new ArrayList<>();
        if (words.size() == 1) {
            WordInterpretation word = words.getFirst();
            for (QueryField field : word.caseFields()) {
                QueryFormatter.format(
                                new Word(word.text(), field),
                                search.request().query().facets())
                        .ifPresent(query -> links.add(new Link(
                                (field == QueryField.TITLE ? "題に" : "地域に") + "「" + word.text() + "」を含む事例の記述をすべて見る（"
                                        + query + "）",
                                search.withQuery(query).url())));
            }
        }
        return links;
    }

    private static InfixNote infix(SearchState search, InfixCount count) {
        String url = search.withExpansions(search.request().expansionOptions().toggled(count.expansion()))
                .url();
        return switch (count.use()) {
            case ONLY -> new InfixNote(Wording.onlyInfix(count.word()), null);
            case ON -> new InfixNote(Wording.infix(count) + "を加えています。", new Link("外す", url));
            case OFF -> new InfixNote("", new Link(Wording.infix(count) + "を加える", url));
        };
    }
}
