package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jirei.cases.Section;
import jirei.engine.similar.NounRuns.RunNoun;
import jirei.engine.similar.SignificantTerms.SignificantTerm;

/**
 * Explains why texts are similar: the distinctive words that they share. A distinctive word is a significant term that is rare in
 * the corpus, or a compound with a term that is not common. A compound is preferred to its parts, and a word that mostly
 * ends compounds, such as the second part of 医療機関, is not distinctive alone. Not thread-safe.
 */
final class SharedWords {
    private static final int MAX_WORDS = 5;
    private static final int MAX_COMPOUND_NOUNS = 6;
    /** The largest share of sections that contain a distinctive word. */
    private static final double MAX_WORD_SHARE = 0.05;
    /** The largest share of sections that contain a term that makes a compound distinctive. */
    private static final double MAX_COMPOUND_TERM_SHARE = 0.1;

    private final NounRuns runs;
    private final Map<String, SignificantTerm> terms = new HashMap<>();
    private final Map<String, Word> words = new HashMap<>();

    /**
     * Prepares the explanation of texts similar to {@code sections}.
     *
     * @param significant the significant terms of {@code sections}
     */
    SharedWords(NounRuns runs, Collection<Section> sections, List<SignificantTerm> significant) throws IOException {
        this.runs = runs;
        significant.forEach(term -> terms.put(term.term(), term));
        for (Word word : words(sections)) {
            words.merge(word.key, word, (one, other) -> one.text.length() <= other.text.length() ? one : other);
        }
    }

    /**
     * A word or compound.
     *
     * @param key the word folded
     * @param text the word as written
     * @param terms its distinctive terms
     */
    private record Word(String key, String text, Set<SignificantTerm> terms) {
        double weight() {
            return terms.stream().mapToDouble(SignificantTerm::weight).sum();
        }
    }

    /** Returns the words shared with {@code others}, most significant first, each with a distinctive term of its own. */
    List<String> with(Collection<Section> others) throws IOException {
        Set<String> keys = new HashSet<>();
        words(others).forEach(word -> keys.add(word.key));
        List<Word> best = words.values().stream()
                .filter(word -> keys.contains(word.key))
                .sorted(Comparator.comparingDouble(Word::weight)
                        .thenComparingInt(word -> word.key.length())
                        .reversed()
                        .thenComparing(Word::key))
                .toList();
        List<String> shared = new ArrayList<>();
        Set<SignificantTerm> covered = new HashSet<>();
        for (Word word : best) {
            boolean isPart = shared.stream().anyMatch(known -> known.contains(word.text) || word.text.contains(known));
            if (!isPart && covered.addAll(word.terms)) {
                shared.add(word.text);
            }
        }
        return shared.stream().limit(MAX_WORDS).toList();
    }

    private List<Word> words(Collection<Section> sections) throws IOException {
        List<Word> found = new ArrayList<>();
        Map<String, Integer> surplus =
                new HashMap<>(); // of occurrences alone or as a first part over those as a last part
        for (Section section : sections) {
            for (String text : List.of(section.heading(), section.text())) {
                for (List<RunNoun> run : runs.in(text)) {
                    addWords(run, found);
                    surplus.merge(run.getFirst().term(), 1, Integer::sum);
                    surplus.merge(run.getLast().term(), run.size() > 1 ? -1 : 0, Integer::sum);
                }
            }
        }
        found.removeIf(word -> surplus.getOrDefault(word.key, 1) <= 0);
        return found;
    }

    private void addWords(List<RunNoun> run, List<Word> found) {
        for (int from = 0; from < run.size(); from++) {
            int last = Math.min(run.size(), from + MAX_COMPOUND_NOUNS);
            for (int to = from + 1; to <= last; to++) {
                List<RunNoun> nouns = run.subList(from, to);
                if (nouns.size() > 1 ? isCompound(nouns) : nouns.getFirst().isWord()) {
                    add(nouns, found);
                }
            }
        }
    }

    private static boolean isCompound(List<RunNoun> nouns) {
        return nouns.getFirst().startsCompound() && nouns.getLast().endsCompound();
    }

    private void add(List<RunNoun> nouns, List<Word> found) {
        double maxShare = nouns.size() > 1 ? MAX_COMPOUND_TERM_SHARE : MAX_WORD_SHARE;
        Set<SignificantTerm> distinctive = nouns.stream()
                .map(noun -> terms.get(noun.term()))
                .filter(term -> term != null && term.share() <= maxShare)
                .collect(Collectors.toSet());
        if (!distinctive.isEmpty()) {
            found.add(new Word(joined(nouns, RunNoun::term), joined(nouns, RunNoun::text), distinctive));
        }
    }

    private static String joined(List<RunNoun> nouns, Function<RunNoun, String> part) {
        return nouns.stream().map(part).collect(Collectors.joining());
    }
}
