package jirei.engine.spell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.analysis.Romaji;
import jirei.analysis.spelling.WeightedEditDistance;
import jirei.cases.Municipality;
import jirei.cases.Prefecture;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.WordUnit;
import jirei.engine.vocabulary.VocabularyEntry;
import jirei.search.Suggestion;

/**
 * Finds correction candidates for a misspelled word in the vocabulary: words with a similar spelling and words with a
 * similar reading. Thread-safe if its {@link QueryAnalyzer} is.
 */
public final class CorrectionCandidates {
    private static final int MAX_WORD_LENGTH = 30;
    private static final int MAX_CANDIDATES = 3;
    /** Shorter readings have too many homophones. */
    private static final int MIN_HOMOPHONE_LENGTH = 4;

    private static final float HOMOPHONE_COST = 0.4f;
    /** A part of a word must be closer than a whole word, since it has less context. */
    private static final float MAX_PARTIAL_COST = 0.6f;
    /** The cost of a typo in romaji. */
    private static final float ROMAJI_TYPO_COST = 0.6f;
    /** The cost that a tenfold section count offsets. */
    private static final double FREQUENCY_WEIGHT = 0.1;

    private static final String PARTICLES = "のとやがをにではも・";

    private final List<VocabularyEntry> entries;
    private final List<String> texts;
    private final Set<String> known;
    private final SymmetricDeleteIndex byText;
    private final SymmetricDeleteIndex byReading;
    private final QueryAnalyzer analyzer;
    private final Set<String> places;

    private CorrectionCandidates(List<VocabularyEntry> entries, QueryAnalyzer analyzer) {
        this.entries = entries;
        this.analyzer = analyzer;
        this.places = Stream.concat(
                        Municipality.all().stream().map(Municipality::name),
                        Stream.of(Prefecture.values()).map(Prefecture::fullName))
                .collect(Collectors.toSet());
        this.texts = entries.stream()
                .map(entry -> JapaneseAnalyzers.foldWidthAndCase(entry.text()))
                .toList();
        this.known = new HashSet<>(texts);
        this.byText = SymmetricDeleteIndex.of(texts);
        this.byReading = SymmetricDeleteIndex.of(entries.stream()
                .map(entry -> WeightedEditDistance.skeleton(entry.reading()))
                .toList());
    }

    /** Creates candidates from the words of {@code vocabulary}; headings are skipped. */
    static CorrectionCandidates of(List<VocabularyEntry> vocabulary, QueryAnalyzer analyzer) {
        return new CorrectionCandidates(
                vocabulary.stream().filter(CorrectionCandidates::isWord).toList(), analyzer);
    }

    private static boolean isWord(VocabularyEntry entry) {
        String text = entry.text();
        return entry.kind() != Suggestion.Kind.HEADING
                && text.length() > 1
                && text.length() <= MAX_WORD_LENGTH
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '・' || c == 'ー');
    }

    /**
     * A correction candidate. Immutable.
     *
     * @param text the word as the corpus writes it
     * @param certain whether another intended word is unlikely
     */
    record Candidate(String text, boolean certain) {}

    /** Returns the candidates for {@code word}, most likely first, at most three; none if it is in the vocabulary. */
    List<Candidate> candidates(String word) {
        String typed = JapaneseAnalyzers.foldWidthAndCase(word);
        if (typed.length() < 2 || typed.length() > MAX_WORD_LENGTH || known.contains(typed)) {
            return List.of();
        }
        boolean spelledCorrectly = isSpelledCorrectly(typed);
        Set<String> seen = new HashSet<>();
        List<Scored> found = correctWhole(typed, kana(word));
        if (found.isEmpty() && !spelledCorrectly) {
            found = correctPart(typed);
        }
        return found.stream()
                .filter(scored -> !spelledCorrectly
                        || isHomophone(typed, scored.candidate().text()))
                .map(scored -> spelledCorrectly ? scored.uncertain() : scored)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparing(scored -> scored.candidate().text()))
                .map(Scored::candidate)
                .filter(candidate -> seen.add(candidate.text()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private record Scored(Candidate candidate, double score) {
        Scored uncertain() {
            return new Scored(new Candidate(candidate.text(), false), score);
        }

        static Scored of(String text, float cost, int length, int sections) {
            boolean confident = cost <= Math.max(MAX_PARTIAL_COST, 0.15f * length);
            return new Scored(
                    new Candidate(text, confident), cost - FREQUENCY_WEIGHT * Math.log10(Math.max(1, sections)));
        }
    }

    private List<Scored> correctWhole(String typed, Optional<String> kana) {
        List<Scored> found = new ArrayList<>();
        kana.ifPresent(read -> addByReading(read, found));
        if (!Kana.isKana(typed)) {
            addBySpelling(typed, found);
        }
        if (kana.isEmpty()) {
            addHomophones(typed, found);
        }
        if (found.isEmpty() && kana.isPresent() && !Kana.isKana(typed)) {
            addRomajiTypos(typed, found);
        }
        return found;
    }

    /**
     * The katakana reading of {@code word} if it is typed as a reading; words with capitals are abbreviations, not
     * romaji.
     */
    private static Optional<String> kana(String word) {
        String typed = JapaneseAnalyzers.foldWidthAndCase(word);
        if (Kana.isKana(typed)) {
            return Optional.of(typed);
        }
        return word.chars().anyMatch(Character::isUpperCase) ? Optional.empty() : Romaji.toKatakana(typed);
    }

    private void addByReading(String kana, List<Scored> found) {
        for (int number : byReading.near(WeightedEditDistance.skeleton(kana))) {
            float cost = WeightedEditDistance.cost(kana, entries.get(number).reading());
            if (cost <= maxReadingCost(kana.length())) {
                add(number, cost, kana.length(), found);
            }
        }
    }

    /** The maximum edit cost for a reading of {@code length} kana. */
    private static float maxReadingCost(int length) {
        if (length < 3) {
            return 0;
        }
        return length < 5 ? 0.2f * (length - 1) : length < 9 ? 1.1f : 1.6f;
    }

    private void addBySpelling(String typed, List<Scored> found) {
        for (int number : byText.near(typed)) {
            String candidate = texts.get(number);
            int length = Math.max(typed.length(), candidate.length());
            float cost = WeightedEditDistance.cost(typed, candidate);
            if (cost <= maxSpellingCost(length)) {
                add(number, cost, length, found);
            }
        }
    }

    /** The maximum edit cost for a word of {@code length} characters. */
    private static float maxSpellingCost(int length) {
        return switch (length) {
            case 2 -> 0.5f;
            case 3 -> 0.6f;
            case 4 -> 1;
            case 5, 6, 7 -> 1.2f;
            default -> 1.7f;
        };
    }

    /** Adds homophones of {@code typed} that share a character with it: the typical errors of input methods. */
    private void addHomophones(String typed, List<Scored> found) {
        String reading = analyzer.phoneticKey(typed);
        if (reading.length() < MIN_HOMOPHONE_LENGTH) {
            return;
        }
        for (int number : byReading.near(WeightedEditDistance.skeleton(reading))) {
            boolean same = Kana.phoneticKey(entries.get(number).reading()).equals(reading);
            if (same && typed.chars().anyMatch(c -> texts.get(number).indexOf(c) >= 0)) {
                add(number, HOMOPHONE_COST, typed.length(), found);
            }
        }
    }

    private void add(int number, float cost, int length, List<Scored> found) {
        VocabularyEntry entry = entries.get(number);
        found.add(Scored.of(entry.text(), cost, length, entry.sections()));
    }

    /** Corrects typos in romaji that cannot be converted to kana as typed. */
    private void addRomajiTypos(String typed, List<Scored> found) {
        for (String candidate : RomajiTypos.of(typed)) {
            Romaji.toKatakana(candidate).ifPresent(kana -> {
                for (int number : byReading.same(WeightedEditDistance.skeleton(kana))) {
                    if (Kana.phoneticKey(entries.get(number).reading()).equals(Kana.phoneticKey(kana))) {
                        add(number, ROMAJI_TYPO_COST, typed.length(), found);
                    }
                }
            });
        }
    }

    /** Corrects words with one misspelled part between known words and particles. */
    private List<Scored> correctPart(String typed) {
        List<Scored> found = new ArrayList<>();
        boolean[] prefixes = knownPrefixes(typed);
        boolean[] suffixes = knownSuffixes(typed);
        for (int from = 0; from < typed.length(); from++) {
            for (int to = typed.length(); prefixes[from] && to > from + 1; to--) {
                if (suffixes[to] && to - from < typed.length()) {
                    addPartCorrections(typed, from, to, found);
                }
            }
        }
        return found;
    }

    private void addPartCorrections(String typed, int from, int to, List<Scored> found) {
        String part = typed.substring(from, to);
        float max = Math.min(MAX_PARTIAL_COST, maxSpellingCost(part.length()));
        for (int number : byText.near(part)) {
            float cost = WeightedEditDistance.cost(part, texts.get(number));
            if (cost > 0 && cost <= max && !places.contains(part) && !isInDictionary(part)) {
                String text = typed.substring(0, from) + texts.get(number) + typed.substring(to);
                found.add(
                        Scored.of(text, cost, part.length(), entries.get(number).sections()));
            }
        }
    }

    /** For each length, whether the prefix consists of known words and particles. */
    private boolean[] knownPrefixes(String typed) {
        boolean[] prefixes = new boolean[typed.length() + 1];
        prefixes[0] = true;
        for (int end = 1; end <= typed.length(); end++) {
            int to = end;
            prefixes[end] =
                    IntStream.range(0, end).anyMatch(from -> prefixes[from] && isKnown(typed.substring(from, to)));
        }
        return prefixes;
    }

    /** For each offset, whether the suffix consists of known words and particles. */
    private boolean[] knownSuffixes(String typed) {
        boolean[] from = new boolean[typed.length() + 1];
        from[typed.length()] = true;
        for (int start = typed.length() - 1; start >= 0; start--) {
            int begin = start;
            from[start] = IntStream.rangeClosed(start + 1, typed.length())
                    .anyMatch(to -> from[to] && isKnown(typed.substring(begin, to)));
        }
        return from;
    }

    private boolean isKnown(String part) {
        return part.length() == 1 ? PARTICLES.contains(part) : known.contains(part);
    }

    /**
     * Returns whether {@code typed} is a place name, or consists of words in the dictionary or corpus. A correctly
     * spelled word may still be the wrong homophone.
     */
    private boolean isSpelledCorrectly(String typed) {
        return places.contains(typed) || knownPrefixes(typed)[typed.length()] || isInDictionary(typed);
    }

    /**
     * Returns whether {@code typed} consists of dictionary words in kanji; a single kanji may be the remainder of a
     * typo.
     */
    private boolean isInDictionary(String typed) {
        List<WordUnit> units = analyzer.units(typed);
        int length = units.stream().mapToInt(unit -> unit.text().length()).sum();
        return isKanji(typed)
                && length == typed.length()
                && units.stream().flatMap(unit -> unit.terms().stream()).allMatch(term -> term.length() > 1);
    }

    private static boolean isKanji(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private boolean isHomophone(String typed, String candidate) {
        return analyzer.phoneticKey(typed).equals(analyzer.phoneticKey(candidate));
    }
}
