package jirei.library.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.NounExtractor;
import jirei.analysis.SynonymLexicon;
import jirei.library.words.MissingWord.Proposal;
import jirei.library.words.MissingWord.Reason;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;

/**
 * Finds the words of queries that occur in no section, and words of the corpus that might mean the same: those that occur where the
 * other words of the query do, and those of a group of synonyms. Words that merely sound or look alike, or
 * have a part in common, are not proposed. Thread-safe.
 */
public final class MissingWords {
    private static final int MAX_OF_REASON = 3;
    private static final int MIN_PART_LENGTH = 2;
    /** Queries of a word whose other words are searched. */
    private static final int MAX_CONTEXTS = 3;

    private final SearchEngine engine;
    private final SynonymLexicon synonyms;
    private final NounExtractor nouns;

    /**
     * @param engine searches the corpus
     * @param synonyms its groups of synonyms
     * @param nouns extracts nouns as its index does
     */
    public MissingWords(SearchEngine engine, SynonymLexicon synonyms, NounExtractor nouns) {
        this.engine = engine;
        this.synonyms = synonyms;
        this.nouns = nouns;
    }

    /** A word with the other words of the queries it is in. */
    private static final class Found {
        int times;
        final String example;
        final List<String> contexts = new ArrayList<>();

        Found(String example) {
            this.example = example;
        }
    }

    /**
     * Returns the missing words of {@code queries}, most frequent first; ties are broken by the word.
     *
     * @param queries the queries with their numbers, the most frequent first
     * @param skipped the number of words left out at the beginning
     * @param limit the maximum number of words after them
     */
    public List<MissingWord> of(Map<String, Integer> queries, int skipped, int limit) throws IOException {
        Map<String, Found> missing = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> query : queries.entrySet()) {
            add(query.getKey(), query.getValue(), missing);
        }
        List<MissingWord> words = new ArrayList<>();
        for (Map.Entry<String, Found> word : missing.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Found> one) -> -one.getValue().times)
                        .thenComparing(Map.Entry::getKey))
                .skip(skipped)
                .limit(limit)
                .toList()) {
            Found found = word.getValue();
            words.add(new MissingWord(
                    word.getKey(), found.times, found.example, proposals(word.getKey(), found.contexts)));
        }
        return words;
    }

    private void add(String query, int times, Map<String, Found> missing) throws IOException {
        String truncated = query.substring(0, Math.min(query.length(), SearchRequest.MAX_QUERY_LENGTH));
        List<WordInterpretation> words = verbatim(truncated).interpretation().words();
        String others = words.stream()
                .filter(word -> word.sections() > 0 && !word.excluded())
                .map(WordInterpretation::text)
                .distinct()
                .reduce("", (one, other) -> (one + " " + other).strip());
        words.stream()
                .filter(word -> word.sections() == 0 && !word.excluded())
                .map(WordInterpretation::text)
                .distinct()
                .forEach(word -> {
                    Found found = missing.computeIfAbsent(word, key -> new Found(query));
                    found.times += times;
                    if (!others.isEmpty() && found.contexts.size() < MAX_CONTEXTS) {
                        found.contexts.add(others);
                    }
                });
    }

    private SearchResults verbatim(String query) throws IOException {
        SearchRequest request = SearchRequest.of(query, engine.facets());
        return engine.search(request.with(request.expansionOptions().verbatim(true)));
    }

    private List<Proposal> proposals(String word, List<String> contexts) throws IOException {
        Map<String, Proposal> found = new LinkedHashMap<>();
        add(ofGroups(word), Reason.GROUP, word, found);
        add(new WordsNearby(engine, nouns).of(contexts), Reason.TOGETHER, word, found);
        return List.copyOf(found.values());
    }

    private void add(List<String> words, Reason reason, String missing, Map<String, Proposal> found)
            throws IOException {
        int added = 0;
        for (String word : words) {
            if (added < MAX_OF_REASON && !word.equals(missing) && !found.containsKey(word)) {
                long sections = verbatim(word).total().sections();
                if (sections > 0) {
                    found.put(word, new Proposal(word, sections, reason));
                    added++;
                }
            }
        }
    }

    /** Returns the words with synonyms that contain {@code word} or are contained in it, the longest common part first. */
    private List<String> ofGroups(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        return synonyms.words().stream()
                .filter(known -> known.length() >= MIN_PART_LENGTH && folded.length() >= MIN_PART_LENGTH)
                .filter(known -> known.contains(folded) || folded.contains(known))
                .sorted(Comparator.comparing((String known) -> -Math.min(known.length(), folded.length()))
                        .thenComparing(String::length))
                .toList();
    }
}
