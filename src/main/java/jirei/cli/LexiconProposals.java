package jirei.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import jirei.search.Suggestion;
import jirei.search.WordInterpretation;

/**
 * A word that people look for and that stands nowhere.
 *
 * @param times how often it was looked for
 * @param word the word
 * @param near words of the corpus that it may stand for, each with the number of sections that it finds; may be empty
 * @param example a query in which it stood
 */
record LexiconProposals(int times, String word, List<String> near, String example) {
    private static final int MAX_NEIGHBOURS = 3;
    /** Of a word that continues what was typed, this much is the same. */
    private static final int MIN_PREFIX_LENGTH = 2;

    /** The {@code limit} words of {@code queries} that were looked for most often and that {@code engine} finds nowhere. */
    static List<LexiconProposals> of(List<String> queries, SearchEngine engine, int limit) throws IOException {
        Map<String, Integer> asked = new LinkedHashMap<>();
        queries.forEach(query -> asked.merge(query, 1, Integer::sum));
        Map<String, LexiconProposals> missing = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> query : asked.entrySet()) {
            for (String word : missing(query.getKey(), engine)) {
                missing.merge(
                        word,
                        new LexiconProposals(query.getValue(), word, List.of(), query.getKey()),
                        (one, other) -> one.times(one.times + other.times));
            }
        }
        List<LexiconProposals> proposals = new ArrayList<>();
        for (LexiconProposals proposal : missing.values().stream()
                .sorted(Comparator.comparing((LexiconProposals one) -> -one.times)
                        .thenComparing(LexiconProposals::word))
                .limit(limit)
                .toList()) {
            proposals.add(proposal.near(near(proposal.word, engine)));
        }
        return proposals;
    }

    private static List<String> missing(String query, SearchEngine engine) throws IOException {
        String fitting = query.substring(0, Math.min(query.length(), SearchRequest.MAX_QUERY_LENGTH));
        SearchRequest request = SearchRequest.of(fitting);
        SearchResults asTyped =
                engine.search(request.with(request.expansionOptions().verbatim(true)));
        return asTyped.interpretation().words().stream()
                .filter(word -> word.sections() == 0 && !word.excluded())
                .map(WordInterpretation::text)
                .distinct()
                .toList();
    }

    private static List<String> near(String word, SearchEngine engine) throws IOException {
        List<String> near = new ArrayList<>();
        SpellingCorrection correction =
                engine.search(SearchRequest.of(word)).interpretation().correction();
        if (correction != null) {
            near.add(counted(correction.text(), engine));
        }
        for (int end = word.length() - 1; end >= MIN_PREFIX_LENGTH && near.isEmpty(); end--) {
            for (Suggestion suggestion : engine.suggest(word.substring(0, end), MAX_NEIGHBOURS)) {
                near.add(counted(suggestion.text(), engine));
            }
        }
        return near;
    }

    private static String counted(String text, SearchEngine engine) throws IOException {
        long sections = engine.search(SearchRequest.of(text)).total().sections();
        return text + "（" + Main.thousands(sections) + "）";
    }

    private LexiconProposals times(int others) {
        return new LexiconProposals(others, word, near, example);
    }

    private LexiconProposals near(List<String> others) {
        return new LexiconProposals(times, word, others, example);
    }

    /** A line for a person and a spreadsheet. */
    @Override
    public String toString() {
        return times + "\t" + word + "\t" + (near.isEmpty() ? "－" : String.join("、", near)) + "\t" + example;
    }
}
