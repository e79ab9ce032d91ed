package jirei.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Converts partial kana or romaji input to the kana it may represent: Hepburn and Kunrei romanization, an incomplete
 * last syllable, long vowels typed as short ones. All output is in the form of {@link Kana#phoneticKey(CharSequence)}.
 * Stateless.
 */
public final class KanaInputAutomaton {
    private static final SortedMap<String, String> SYLLABLES = syllables();
    private static final String VOWELS = "aiueo";
    /** The kana by which each of {@link #VOWELS} may be prolonged; empty for a short vowel. */
    private static final List<List<String>> PROLONGATIONS = List.of(
            List.of("", "ー", "ア"),
            List.of("", "ー", "イ"),
            List.of("", "ー", "ウ"),
            List.of("", "ー", "エ", "イ"),
            List.of("", "ー", "ウ", "オ"));

    private final String typed;
    private final List<List<String>> steps = new ArrayList<>();
    private int position;

    private KanaInputAutomaton(String typed) {
        this.typed = typed;
    }

    /**
     * Returns the transitions of the automaton for {@code typed}: each step lists the alternative kana, one of which
     * may be empty. No steps if the text is neither kana nor romaji.
     */
    public static List<List<String>> steps(String typed) {
        var automaton = new KanaInputAutomaton(withoutLongVowelMarks(typed));
        while (automaton.position < automaton.typed.length()) {
            if (!automaton.step()) {
                return List.of();
            }
        }
        return List.copyOf(automaton.steps);
    }

    /**
     * Returns the complete syllables of the romaji {@code typed}: each step lists the alternative kana. No steps if the
     * text is not romaji or ends within a syllable. Vowels are as typed, without prolonged ones.
     */
    static List<List<String>> syllables(String typed) {
        var automaton = new KanaInputAutomaton(withoutLongVowelMarks(typed));
        List<List<String>> syllables = new ArrayList<>();
        while (automaton.position < automaton.typed.length()) {
            int first = automaton.steps.size();
            char c = automaton.typed.charAt(automaton.position);
            if (!(c == 'n' && automaton.position + 1 == automaton.typed.length())
                    && (automaton.mark(c) || automaton.syllable() || automaton.nasal(c) || automaton.geminate(c))) {
                syllables.add(automaton.steps.get(first));
            } else if (c == 'n') {
                automaton.accept(1, List.of("ン"));
                syllables.add(List.of("ン"));
            } else {
                return List.of();
            }
        }
        return syllables;
    }

    private static String withoutLongVowelMarks(String typed) {
        String folded = Normalizer.normalize(JapaneseAnalyzers.foldWidthAndCase(typed), Normalizer.Form.NFD)
                .replaceAll("[\\u0302\\u0304]", "");
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private boolean step() {
        char c = typed.charAt(position);
        if (Kana.isKana(String.valueOf(c))) {
            return accept(1, List.of(String.valueOf(Kana.phoneticKey(c))));
        }
        return mark(c) || syllable() || nasal(c) || geminate(c) || incompleteSyllable();
    }

    private boolean accept(int length, List<String> alternatives) {
        steps.add(alternatives);
        position += length;
        return true;
    }

    /** Accepts a hyphen, typed for the prolonged sound mark or between syllables, or an apostrophe between syllables. */
    private boolean mark(char c) {
        if (c != '-' && c != '\'') {
            return false;
        }
        return position > 0 && accept(1, c == '-' ? List.of("ー", "") : List.of(""));
    }

    private boolean syllable() {
        for (int length = Math.min(4, typed.length() - position); length > 0; length--) {
            String kana = SYLLABLES.get(typed.substring(position, position + length));
            if (kana != null) {
                char vowel = typed.charAt(position + length - 1);
                boolean isRepeated = length == 1 && position > 0 && typed.charAt(position - 1) == vowel;
                accept(length, isRepeated ? List.of(kana, "ー") : withNasal(length, kana));
                steps.add(PROLONGATIONS.get(VOWELS.indexOf(vowel)));
                return true;
            }
        }
        return false;
    }

    /** Adds ン and a vowel or y to the kana of na, nya and the like behind a vowel: kinen is キネン or キンエン. */
    private List<String> withNasal(int length, String kana) {
        boolean isAmbiguous =
                typed.charAt(position) == 'n' && position > 0 && VOWELS.indexOf(typed.charAt(position - 1)) >= 0;
        String rest = isAmbiguous ? SYLLABLES.get(typed.substring(position + 1, position + length)) : null;
        return rest == null ? List.of(kana) : List.of(kana, "ン" + rest);
    }

    /** Accepts ン: n before another consonant, and m before a labial. */
    private boolean nasal(char c) {
        if (position + 1 == typed.length()) {
            return c == 'n' && accept(1, List.of("ン", "ナ", "ニ", "ヌ", "ネ", "ノ"));
        }
        char next = typed.charAt(position + 1);
        if (c == 'n' && next == 'n') {
            return doubleNasal();
        }
        return ((c == 'n' && next != 'y') || (c == 'm' && "bpm".indexOf(next) >= 0)) && accept(1, List.of("ン"));
    }

    /**
     * Accepts nn: ン as typed in an input method, or ン and the first consonant of the next syllable if a vowel or y
     * follows.
     */
    private boolean doubleNasal() {
        boolean isSyllable = position + 2 < typed.length() && (VOWELS + "y").indexOf(typed.charAt(position + 2)) >= 0;
        return accept(isSyllable ? 1 : 2, List.of("ン"));
    }

    /** Accepts the first letter of a double consonant as the small ツ. */
    private boolean geminate(char c) {
        boolean hasNext = position + 1 < typed.length() && isConsonant(c);
        char next = hasNext ? typed.charAt(position + 1) : c;
        return hasNext && (next == c || (c == 't' && next == 'c')) && accept(1, List.of("ツ"));
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && VOWELS.indexOf(c) < 0;
    }

    private boolean incompleteSyllable() {
        String rest = typed.substring(position);
        Set<String> completions = new LinkedHashSet<>(
                SYLLABLES.subMap(rest, rest + Character.MAX_VALUE).values());
        return !completions.isEmpty() && accept(rest.length(), List.copyOf(completions));
    }

    private static SortedMap<String, String> syllables() {
        var syllables = new TreeMap<String, String>();
        String[] rows = {
            " アイウエオ", "kカキクケコ", "sサシスセソ", "tタチツテト", "nナニヌネノ", "hハヒフヘホ", "mマミムメモ", "rラリルレロ", "gガギグゲゴ", "zザジズゼゾ",
            "dダヂヅデド", "bバビブベボ", "pパピプペポ"
        };
        for (String row : rows) {
            String consonant = row.substring(0, 1).strip();
            for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
                syllables.put(consonant + VOWELS.charAt(vowel), row.substring(vowel + 1, vowel + 2));
            }
            if (!consonant.isEmpty()) {
                glides(syllables, consonant + "y", row.substring(2, 3));
            }
        }
        glides(syllables, "y", "");
        syllables.putAll(Map.of("wa", "ワ", "wi", "ウィ", "we", "ウェ", "wo", "ヲ", "shi", "シ", "chi", "チ"));
        syllables.putAll(Map.of("tsu", "ツ", "fu", "フ", "ji", "ジ", "vu", "ヴ", "je", "ジェ", "she", "シェ"));
        syllables.putAll(Map.of("che", "チェ", "ti", "チ", "thi", "ティ", "dhi", "ディ", "du", "ヅ"));
        glides(syllables, "sh", "シ");
        glides(syllables, "ch", "チ");
        glides(syllables, "j", "ジ");
        glides(syllables, "jy", "ジ");
        glides(syllables, "cy", "チ");
        smallVowels(syllables, "f", "フ");
        smallVowels(syllables, "v", "ヴ");
        syllables.replaceAll((letters, kana) -> Kana.phoneticKey(kana));
        return syllables;
    }

    private static void glides(Map<String, String> syllables, String letters, String first) {
        syllables.put(letters + "a", first + "ヤ");
        syllables.put(letters + "u", first + "ユ");
        syllables.put(letters + "o", first + "ヨ");
    }

    private static void smallVowels(Map<String, String> syllables, String letters, String first) {
        syllables.put(letters + "a", first + "ァ");
        syllables.put(letters + "i", first + "ィ");
        syllables.put(letters + "e", first + "ェ");
        syllables.put(letters + "o", first + "ォ");
    }
}
