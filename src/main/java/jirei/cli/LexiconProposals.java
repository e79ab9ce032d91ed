package jirei.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import jirei.search.Suggestion;
import jirei.search.WordInterpretation;

/**
 * A query word that occurs in no section: a candidate for the lexicon. Immutable.
 *
 * @param times number of logged queries with this word
 * @param word the word as typed
 * @param near similar words of the corpus, each with the number of sections that match it in brackets; may be empty
 * @param example a logged query with the word
 */
record LexiconProposals(int times, String word, List<String> near, String example) {
    private static final int MAX_SIMILAR_WORDS = 3;
    /** Minimum length, in UTF-16 code units, of the common prefix with a similar word. */
    private static final int MIN_PREFIX_LENGTH = 2;

    /**
     * Returns the words of {@code queries} without a match in {@code engine}, most frequent first; ties are broken by
     * the word.
     *
     * @param limit maximum number of words
     */
    static List<LexiconProposals> of(List<String> queries, SearchEngine engine, int limit) throws IOException {
        Map<String, Integer> frequencies = new LinkedHashMap<>();
        queries.forEach(query -> frequencies.merge(query, 1, Integer::sum));
        Map<String, LexiconProposals> missing = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> query : frequencies.entrySet()) {
            for (String word : missingWords(query.getKey(), engine)) {
                missing.merge(
                        word,
                        new LexiconProposals(query.getValue(), word, List.of(), query.getKey()),
                        (one, other) -> one.withTimes(one.times + other.times));
            }
        }
        List<LexiconProposals> proposals = new ArrayList<>();
        for (LexiconProposals proposal : missing.values().stream()
                .sorted(Comparator.comparing((LexiconProposals one) -> -one.times)
                        .thenComparing(LexiconProposals::word))
                .limit(limit)
                .toList()) {
            proposals.add(proposal.withNear(similarWords(proposal.word, engine)));
        }
        return proposals;
    }

    private static List<String> missingWords(String query, SearchEngine engine) throws IOException {
        String truncated = query.substring(0, Math.min(query.length(), SearchRequest.MAX_QUERY_LENGTH));
        SearchRequest request = SearchRequest.of(truncated);
        SearchResults verbatim =
                engine.search(request.with(request.expansionOptions().verbatim(true)));
        return verbatim.interpretation().words().stream()
                .filter(word -> word.sections() == 0 && !word.excluded())
                .map(WordInterpretation::text)
                .distinct()
                .toList();
    }

    private static List<String> similarWords(String word, SearchEngine engine) throws IOException {
        List<String> near = new ArrayList<>();
        SpellingCorrection correction =
                engine.search(SearchRequest.of(word)).interpretation().correction();
        if (correction != null) {
            near.add(withSectionCount(correction.text(), engine));
        }
        for (int end = word.length() - 1; end >= MIN_PREFIX_LENGTH && near.isEmpty(); end--) {
            for (Suggestion suggestion : engine.suggest(word.substring(0, end), MAX_SIMILAR_WORDS, Deadline.NONE)) {
                near.add(withSectionCount(suggestion.text(), engine));
            }
        }
        return near;
    }

    private static String withSectionCount(String text, SearchEngine engine) throws IOException {
        long sections = engine.search(SearchRequest.of(text)).total().sections();
        return text + "（" + Main.thousands(sections) + "）";
    }

    private LexiconProposals withTimes(int newTimes) {
        return new LexiconProposals(newTimes, word, near, example);
    }

    private LexiconProposals withNear(List<String> newNear) {
        return new LexiconProposals(times, word, newNear, example);
    }

    /** Returns the proposal as a line of tab-separated values. */
    @Override
    public String toString() {
        return times + "\t" + word + "\t" + (near.isEmpty() ? "－" : String.join("、", near)) + "\t" + example;
    }
}
