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
 * What kana somebody may mean who is typing: kana as they are, Latin letters by Hepburn and Kunrei, the last syllable perhaps
 * unfinished, long vowels perhaps short. All in the form of {@link Kana#phoneticKey}.
 */
public final class KanaInputAutomaton {
    private static final SortedMap<String, String> SYLLABLES = syllables();
    private static final String VOWELS = "aiueo";
    /** By which kana a vowel may be lengthened in writing, in the order of {@link #VOWELS}. */
    private static final List<List<String>> LENGTHENED = List.of(
            List.of("", "ー", "ア"),
            List.of("", "ー", "イ"),
            List.of("", "ー", "ウ"),
            List.of("", "ー", "エ", "イ"),
            List.of("", "ー", "ウ", "オ"));

    private final String typed;
    private final List<List<String>> steps = new ArrayList<>();
    private int at;

    private KanaInputAutomaton(String typed) {
        this.typed = typed;
    }

    /**
     * The kana of {@code typed}, step by step: each step has the ways to go on, of which one may be empty. No steps where it is
     * neither kana nor Japanese in Latin letters.
     */
    public static List<List<String>> steps(String typed) {
        String folded = Normalizer.normalize(JapaneseAnalyzers.foldWidthAndCase(typed), Normalizer.Form.NFD)
                .replaceAll("[\\u0302\\u0304]", "");
        var kana = new KanaInputAutomaton(Normalizer.normalize(folded, Normalizer.Form.NFC));
        while (kana.at < kana.typed.length()) {
            if (!kana.step()) {
                return List.of();
            }
        }
        return List.copyOf(kana.steps);
    }

    private boolean step() {
        char c = typed.charAt(at);
        if (Kana.isKana(String.valueOf(c))) {
            return take(1, List.of(String.valueOf(Kana.phoneticKey(c))));
        }
        return mark(c) || syllable() || nasal(c) || doubled(c) || unfinished();
    }

    private boolean take(int length, List<String> ways) {
        steps.add(ways);
        at += length;
        return true;
    }

    /** The prolonged sound mark, and the sign that parts syllables. */
    private boolean mark(char c) {
        if (c != '-' && c != '\'') {
            return false;
        }
        return at > 0 && take(1, List.of(c == '-' ? "ー" : ""));
    }

    private boolean syllable() {
        for (int length = Math.min(4, typed.length() - at); length > 0; length--) {
            String kana = SYLLABLES.get(typed.substring(at, at + length));
            if (kana != null) {
                char vowel = typed.charAt(at + length - 1);
                boolean repeated = length == 1 && at > 0 && typed.charAt(at - 1) == vowel;
                take(length, repeated ? List.of(kana, "ー") : List.of(kana));
                steps.add(LENGTHENED.get(VOWELS.indexOf(vowel)));
                return true;
            }
        }
        return false;
    }

    /** ン: n before another sound, and m before those of the lips. */
    private boolean nasal(char c) {
        if (at + 1 == typed.length()) {
            return c == 'n' && take(1, List.of("ン", "ナ", "ニ", "ヌ", "ネ", "ノ"));
        }
        char next = typed.charAt(at + 1);
        if (c == 'n' && next == 'n') {
            return twoNasals();
        }
        return ((c == 'n' && next != 'y') || (c == 'm' && "bpm".indexOf(next) >= 0)) && take(1, List.of("ン"));
    }

    /** Two n are ン for an input method, ン and the next syllable's first sound otherwise. */
    private boolean twoNasals() {
        boolean soundFollows = at + 2 < typed.length() && (VOWELS + "y").indexOf(typed.charAt(at + 2)) >= 0;
        return take(soundFollows ? 1 : 2, List.of("ン"));
    }

    private boolean doubled(char c) {
        boolean follows = at + 1 < typed.length() && isConsonant(c);
        char next = follows ? typed.charAt(at + 1) : c;
        return follows && (next == c || (c == 't' && next == 'c')) && take(1, List.of("ツ"));
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && VOWELS.indexOf(c) < 0;
    }

    private boolean unfinished() {
        String rest = typed.substring(at);
        Set<String> ways = new LinkedHashSet<>(
                SYLLABLES.subMap(rest, rest + Character.MAX_VALUE).values());
        return !ways.isEmpty() && take(rest.length(), List.copyOf(ways));
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
        small(syllables, "f", "フ");
        small(syllables, "v", "ヴ");
        syllables.replaceAll((letters, kana) -> Kana.phoneticKey(kana));
        return syllables;
    }

    private static void glides(Map<String, String> syllables, String letters, String first) {
        syllables.put(letters + "a", first + "ヤ");
        syllables.put(letters + "u", first + "ユ");
        syllables.put(letters + "o", first + "ヨ");
    }

    private static void small(Map<String, String> syllables, String letters, String first) {
        syllables.put(letters + "a", first + "ァ");
        syllables.put(letters + "i", first + "ィ");
        syllables.put(letters + "e", first + "ェ");
        syllables.put(letters + "o", first + "ォ");
    }
}
