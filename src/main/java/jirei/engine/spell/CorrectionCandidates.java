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
 * Finds the words of the corpus for which a misspelt one may stand: those that are written nearly as it is, and those that sound
 * nearly as it does.
 */
public final class CorrectionCandidates {
    private static final int MAX_WORD_LENGTH = 30;
    private static final int MAX_CANDIDATES = 3;
    /** Shorter readings belong to too many words. */
    private static final int MIN_HOMOPHONE_LENGTH = 4;

    private static final float HOMOPHONE = 0.4f;
    /** A part of a word must be nearer than a whole one: it has less around it that speaks for it. */
    private static final float MAX_PARTIAL_SHARE = 0.6f;
    /** A letter of Japanese typed in Latin letters. */
    private static final float LATIN_SLIP = 0.6f;
    /** How much a tenfold frequency makes up for. */
    private static final double FREQUENCY = 0.1;

    private static final String PARTICLES = "のとやがをにではも・";

    private final List<VocabularyEntry> entries;
    private final List<String> texts;
    private final Set<String> known;
    private final SymmetricDeleteIndex byText;
    private final SymmetricDeleteIndex bySound;
    private final QueryAnalyzer lexicon;
    private final Set<String> places;

    private CorrectionCandidates(List<VocabularyEntry> entries, QueryAnalyzer lexicon) {
        this.entries = entries;
        this.lexicon = lexicon;
        this.places = Stream.concat(
                        Municipality.all().stream().map(Municipality::name),
                        Stream.of(Prefecture.values()).map(Prefecture::fullName))
                .collect(Collectors.toSet());
        this.texts = entries.stream()
                .map(entry -> JapaneseAnalyzers.foldWidthAndCase(entry.text()))
                .toList();
        this.known = new HashSet<>(texts);
        this.byText = SymmetricDeleteIndex.of(texts);
        this.bySound = SymmetricDeleteIndex.of(entries.stream()
                .map(entry -> WeightedEditDistance.skeleton(entry.reading()))
                .toList());
    }

    /** A corrector towards the words of {@code vocabulary}; whole headings are left out. */
    static CorrectionCandidates of(List<VocabularyEntry> vocabulary, QueryAnalyzer lexicon) {
        return new CorrectionCandidates(
                vocabulary.stream().filter(CorrectionCandidates::isWord).toList(), lexicon);
    }

    private static boolean isWord(VocabularyEntry entry) {
        String text = entry.text();
        return entry.kind() != Suggestion.Kind.HEADING
                && text.length() > 1
                && text.length() <= MAX_WORD_LENGTH
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '・' || c == 'ー');
    }

    /**
     * A word that may have been meant.
     *
     * @param text how it is written
     * @param certain whether hardly anything else can have been meant
     */
    record Candidate(String text, boolean certain) {}

    /** What {@code word} may stand for, the likeliest first, three at most; nothing where the vocabulary has it. */
    List<Candidate> candidates(String word) {
        String typed = JapaneseAnalyzers.foldWidthAndCase(word);
        if (typed.length() < 2 || typed.length() > MAX_WORD_LENGTH || known.contains(typed)) {
            return List.of();
        }
        boolean right = isSpeltRight(typed);
        Set<String> named = new HashSet<>();
        List<Scored> found = whole(typed, kana(word));
        if (found.isEmpty() && !right) {
            found = inPart(typed);
        }
        return found.stream()
                .filter(scored -> !right || soundsAs(typed, scored.candidate().text()))
                .map(scored -> right ? scored.doubted() : scored)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparing(scored -> scored.candidate().text()))
                .map(Scored::candidate)
                .filter(candidate -> named.add(candidate.text()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private record Scored(Candidate candidate, double score) {
        Scored doubted() {
            return new Scored(new Candidate(candidate.text(), false), score);
        }

        static Scored of(String text, float cost, int length, int sections) {
            boolean confident = cost <= Math.max(MAX_PARTIAL_SHARE, 0.15f * length);
            return new Scored(new Candidate(text, confident), cost - FREQUENCY * Math.log10(Math.max(1, sections)));
        }
    }

    private List<Scored> whole(String typed, Optional<String> kana) {
        List<Scored> found = new ArrayList<>();
        kana.ifPresent(read -> readAs(read, found));
        if (!Kana.isKana(typed)) {
            writtenAs(typed, found);
        }
        if (kana.isEmpty()) {
            homophones(typed, found);
        }
        if (found.isEmpty() && kana.isPresent() && !Kana.isKana(typed)) {
            latinSlips(typed, found);
        }
        return found;
    }

    /** How {@code word} is read if it is a reading; capitals abbreviate something else. */
    private static Optional<String> kana(String word) {
        String typed = JapaneseAnalyzers.foldWidthAndCase(word);
        if (Kana.isKana(typed)) {
            return Optional.of(typed);
        }
        return word.chars().anyMatch(Character::isUpperCase) ? Optional.empty() : Romaji.toKatakana(typed);
    }

    private void readAs(String kana, List<Scored> found) {
        for (int number : bySound.near(WeightedEditDistance.skeleton(kana))) {
            float cost = WeightedEditDistance.cost(kana, entries.get(number).reading());
            if (cost <= most(kana.length())) {
                add(number, cost, kana.length(), found);
            }
        }
    }

    /** How much a slip in a word of {@code length} kana may cost. */
    private static float most(int length) {
        if (length < 3) {
            return 0;
        }
        return length < 5 ? 0.2f * (length - 1) : length < 9 ? 1.1f : 1.6f;
    }

    private void writtenAs(String typed, List<Scored> found) {
        for (int number : byText.near(typed)) {
            String meant = texts.get(number);
            int length = Math.max(typed.length(), meant.length());
            float cost = WeightedEditDistance.cost(typed, meant);
            if (cost <= mostWritten(length)) {
                add(number, cost, length, found);
            }
        }
    }

    /** How much a slip in a word of {@code length} characters may cost. */
    private static float mostWritten(int length) {
        return switch (length) {
            case 2 -> 0.5f;
            case 3 -> 0.6f;
            case 4 -> 1;
            case 5, 6, 7 -> 1.2f;
            default -> 1.7f;
        };
    }

    /** Words that sound as {@code typed} does and have a character in common: what an input method offers. */
    private void homophones(String typed, List<Scored> found) {
        String sound = lexicon.sounds(typed);
        if (sound.length() < MIN_HOMOPHONE_LENGTH) {
            return;
        }
        for (int number : bySound.near(WeightedEditDistance.skeleton(sound))) {
            boolean same = Kana.phoneticKey(entries.get(number).reading()).equals(sound);
            if (same && typed.chars().anyMatch(c -> texts.get(number).indexOf(c) >= 0)) {
                add(number, HOMOPHONE, typed.length(), found);
            }
        }
    }

    private void add(int number, float cost, int length, List<Scored> found) {
        VocabularyEntry entry = entries.get(number);
        found.add(Scored.of(entry.text(), cost, length, entry.sections()));
    }

    /** Japanese typed in Latin letters with a slip after which it can't be read. */
    private void latinSlips(String typed, List<Scored> found) {
        for (String meant : RomajiTypos.of(typed)) {
            Romaji.toKatakana(meant).ifPresent(kana -> {
                for (int number : bySound.same(WeightedEditDistance.skeleton(kana))) {
                    if (Kana.phoneticKey(entries.get(number).reading()).equals(Kana.phoneticKey(kana))) {
                        add(number, LATIN_SLIP, typed.length(), found);
                    }
                }
            });
        }
    }

    /** Words of which one part is misspelt, the others being known or particles. */
    private List<Scored> inPart(String typed) {
        List<Scored> found = new ArrayList<>();
        boolean[] before = knownUpTo(typed);
        boolean[] behind = knownFrom(typed);
        for (int from = 0; from < typed.length(); from++) {
            for (int to = typed.length(); before[from] && to > from + 1; to--) {
                if (behind[to] && to - from < typed.length()) {
                    part(typed, from, to, found);
                }
            }
        }
        return found;
    }

    private void part(String typed, int from, int to, List<Scored> found) {
        String part = typed.substring(from, to);
        float max = Math.min(MAX_PARTIAL_SHARE, mostWritten(part.length()));
        for (int number : byText.near(part)) {
            float cost = WeightedEditDistance.cost(part, texts.get(number));
            if (cost > 0 && cost <= max && !places.contains(part) && !isInDictionary(part)) {
                String text = typed.substring(0, from) + texts.get(number) + typed.substring(to);
                found.add(
                        Scored.of(text, cost, part.length(), entries.get(number).sections()));
            }
        }
    }

    /** Whether the beginning of each length is made of known words and particles. */
    private boolean[] knownUpTo(String typed) {
        boolean[] up = new boolean[typed.length() + 1];
        up[0] = true;
        for (int end = 1; end <= typed.length(); end++) {
            int to = end;
            up[end] = IntStream.range(0, end).anyMatch(from -> up[from] && isKnown(typed.substring(from, to)));
        }
        return up;
    }

    /** Whether the end from each place on is made of known words and particles. */
    private boolean[] knownFrom(String typed) {
        boolean[] from = new boolean[typed.length() + 1];
        from[typed.length()] = true;
        for (int start = typed.length() - 1; start >= 0; start--) {
            int begin = start;
            from[start] = IntStream.rangeClosed(start + 1, typed.length())
                    .anyMatch(to -> from[to] && isKnown(typed.substring(begin, to)));
        }
        return from;
    }

    private boolean isKnown(String piece) {
        return piece.length() == 1 ? PARTICLES.contains(piece) : known.contains(piece);
    }

    /**
     * Whether {@code typed} is a place of Japan, or dictionary or corpus have all that it is made of. What is spelt right may still
     * be the wrong homophone.
     */
    private boolean isSpeltRight(String typed) {
        return places.contains(typed) || knownUpTo(typed)[typed.length()] || isInDictionary(typed);
    }

    /** Whether {@code typed} is made of words in kanji; a single one may be what is left of a slip. */
    private boolean isInDictionary(String typed) {
        List<WordUnit> segments = lexicon.segments(typed);
        int length =
                segments.stream().mapToInt(segment -> segment.text().length()).sum();
        return isKanji(typed)
                && length == typed.length()
                && segments.stream()
                        .flatMap(segment -> segment.terms().stream())
                        .allMatch(term -> term.length() > 1);
    }

    private static boolean isKanji(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private boolean soundsAs(String typed, String meant) {
        return lexicon.sounds(typed).equals(lexicon.sounds(meant));
    }
}
