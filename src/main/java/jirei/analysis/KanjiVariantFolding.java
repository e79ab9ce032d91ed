package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;

/**
 * Folds old forms and variants of kanji (旧字体、異体字) to their modern forms, and the notations of numbers, counters and
 * units to one. The kanji come from a bundled table, which names its published sources. Stateless.
 */
final class KanjiVariantFolding {
    private static final String TABLE = "old-forms.tsv";
    private static final String KANJI_DIGITS = "一二三四五六七八九〇";
    private static final String DIGITS = "0-9" + KANJI_DIGITS + "十百千";
    private static final String LETTERS = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー";
    private static final int ROMAN_NUMERALS = 12;

    /** The first characters of all folded sequences. */
    private static final BitSet FIRST_CHARACTERS = new BitSet();

    /** The old forms of each modern kanji. */
    private static final Map<String, List<String>> OLD_FORMS = new HashMap<>();
    /** Kanji that OCR reads for the katakana that look like them. */
    private static final String KATAKANA_LIKE = "力口二工夕卜八";

    private static final String KATAKANA = "カロニエタトハ";
    /** Katakana that no word begins with. */
    private static final String NEVER_FIRST = "ーンッァィゥェォャュョ";

    private static final Map<String, String> MODERN = read();
    private static final NormalizeCharMap MAP = map();
    private static final NormalizeCharMap ROMAN = romanNumerals();

    /** Each pattern begins with the characters that are replaced, since an assertion is slow at every position. */
    private static final List<Rule> RULES = List.of(
            // 三ヶ所, 2か村
            Rule.of("[ヶヵケカか箇個](?<=[" + DIGITS + "数何幾各].)(?=[所月年国村町条寺市区郡県州院店校点])", "カ"),
            // a comma that does not group three digits separates two numbers: 3,4年
            Rule.of(",(?<=[0-9],)(?![0-9]{3}(?![0-9]))", "、"),
            Rule.of(",(?<=[0-9]{4},)(?=[0-9])", "、"),
            // 一・五倍
            Rule.of("・(?<=[" + KANJI_DIGITS + "]・)(?=[" + KANJI_DIGITS + "]{1,9}(?:倍|%|割|度|点|万|億|キロ|k))", "."),
            // 24.9km2
            Rule.of("km2(?<=[0-9.]km2)(?![0-9])", "平方キロ"),
            Rule.of("平方キロメートル", "平方キロ"),
            // OCR reads the prolonged sound mark as the numeral one; but グループ一カ所
            Rule.of("一(?<=[ァ-ヺ]一)(?=[ァ-ヺー])(?![ヶヵケカ][所月年国])", "ー"),
            // kanji spaced out, also beside kana: 市の介 護 保 険を
            Rule.of(" (?<=(?:^|\\P{IsHan})\\p{IsHan} )(?=\\p{IsHan}(?:\\P{IsHan}|$))", ""),
            // letters spaced out as in a heading: お 知 ら せ
            Rule.of(
                    " (?<=(?:^|[^" + LETTERS + "])[" + LETTERS + "] )(?=[" + LETTERS + "](?:[^" + LETTERS + "]|$))",
                    ""));

    private KanjiVariantFolding() {}

    /** A contextual replacement. */
    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    /** Returns {@code reader} with numerals replaced that width folding would turn into letters. */
    static Reader beforeWidth(Reader reader) {
        return new MappingCharFilter(ROMAN, reader);
    }

    /** Returns a character filter that folds variants in a text with width and case folded. */
    static Reader charFilter(Reader reader) {
        Reader folded = new MappingCharFilter(MAP, reader);
        for (Rule rule : RULES) {
            folded = new PatternReplaceCharFilter(rule.pattern, rule.replacement, folded);
        }
        return folded;
    }

    /** Returns whether {@code text} certainly contains no variant; false if it may contain one. */
    static boolean isModern(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FIRST_CHARACTERS.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns {@code text} with modern kanji, but with its other variants: a fast subset of the folding. */
    static String modernKanji(String text) {
        StringBuilder modern = null;
        for (int i = 0; i < text.length(); i++) {
            String replacement = FIRST_CHARACTERS.get(text.charAt(i)) ? MODERN.get(text.substring(i, i + 1)) : null;
            if (replacement != null) {
                modern = modern == null ? new StringBuilder(text) : modern;
                modern.replace(i, i + 1, replacement);
            }
        }
        return modern == null ? text : modern.toString();
    }

    private static NormalizeCharMap map() {
        "ヶヵケカか箇個,・k平一 ".chars().forEach(FIRST_CHARACTERS::set);
        var map = new NormalizeCharMap.Builder();
        addIterationMarks(map);
        addKatakana(map);
        MODERN.forEach(map::add);
        return map.build();
    }

    private static Map<String, String> read() {
        Map<String, String> modern = new HashMap<>();
        try (var in = Objects.requireNonNull(KanjiVariantFolding.class.getResourceAsStream(TABLE), TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    FIRST_CHARACTERS.set(line.charAt(0));
                    String old = line.substring(0, tab);
                    modern.put(old, line.substring(tab + 1).strip());
                    OLD_FORMS
                            .computeIfAbsent(modern.get(old), kanji -> new ArrayList<>())
                            .add(old);
                }
            });
            return modern;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds every kana with an iteration mark behind it: こゝ, いすゞ. */
    private static void addIterationMarks(NormalizeCharMap.Builder map) {
        for (char kana = 'ぁ'; kana <= 'ヺ'; kana++) {
            if (Kana.isKana(String.valueOf(kana))) {
                for (char mark : new char[] {'ゝ', 'ヽ'}) {
                    map.add("" + kana + mark, "" + kana + kana);
                }
                String voiced = Normalizer.normalize(kana + "\u3099", Normalizer.Form.NFC);
                for (char mark : new char[] {'ゞ', 'ヾ'}) {
                    map.add("" + kana + mark, kana + (voiced.length() == 1 ? voiced : String.valueOf(kana)));
                }
            }
        }
        FIRST_CHARACTERS.set('ゝ', 'ゞ' + 1);
        FIRST_CHARACTERS.set('ヽ', 'ヾ' + 1);
        FIRST_CHARACTERS.set('々');
    }

    /** Adds the kanji that are read for katakana, since the katakana beside them begins or ends no word: 力ンファ, ハンドブッ夕. */
    private static void addKatakana(NormalizeCharMap.Builder map) {
        for (int i = 0; i < KATAKANA.length(); i++) {
            char kanji = KATAKANA_LIKE.charAt(i);
            FIRST_CHARACTERS.set(kanji);
            for (int j = 0; j < NEVER_FIRST.length(); j++) {
                char next = NEVER_FIRST.charAt(j);
                map.add("" + kanji + next, "" + KATAKANA.charAt(i) + next);
            }
            map.add("ッ" + kanji, "ッ" + KATAKANA.charAt(i));
        }
        FIRST_CHARACTERS.set('ッ');
    }

    /** Returns the old forms and variants of {@code kanji}, which is modern; empty if it has none. */
    static List<String> oldForms(String kanji) {
        return OLD_FORMS.getOrDefault(kanji, List.of());
    }

    private static NormalizeCharMap romanNumerals() {
        var map = new NormalizeCharMap.Builder();
        for (int i = 0; i < ROMAN_NUMERALS; i++) {
            map.add(Character.toString('Ⅰ' + i), Integer.toString(i + 1));
        }
        return map.build();
    }
}
