package jirei.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Returns other spellings of a word that analysis does not fold: the other kana, kanji and kana from a bundled table,
 * okurigana that may be omitted, ヶ and ッ and ノ in names, digits and kanji numerals, units, a middle dot or hyphen within
 * a word, and the English plural. Each is matched by its exact characters. Stateless.
 */
public final class SpellingVariants {
    private static final String TABLE = "spellings.tsv";
    /** Each variant is a phrase query in each searched text. */
    private static final int MAX_VARIANTS = 40;

    /** Spellings of each of two listed words that are combined. */
    private static final int MAX_PAIRED = 2;

    private static final int MAX_DIVIDED_LENGTH = 16;

    /** Characters that are used for each other between kanji or behind a number. */
    private static final List<String> INFIXES = List.of("ヶケヵカがガか箇", "ツッつ", "ノの之乃");
    /** Kanji that are used for each other in the names of persons; some are different in the names of places. */
    private static final List<String> NAME_KANJI = List.of("斉斎", "島嶋嶌", "渕淵", "桧檜", "崎埼", "塚冢", "曽曾", "祢禰");

    /** The notations of a unit behind a number, folded. */
    private static final List<List<String>> UNITS = List.of(
            List.of("%", "パーセント"),
            List.of("°c", "℃", "度"),
            List.of("歳", "才"),
            List.of("km", "キロメートル"),
            List.of("kg", "キログラム"),
            List.of("cm", "センチメートル", "センチ"),
            List.of("mm", "ミリメートル", "ミリ"),
            List.of("ml", "ミリリットル"),
            List.of("mg", "ミリグラム"),
            List.of("m2", "平方メートル", "平米"),
            List.of("ha", "ヘクタール"));

    private static final Pattern MEASURE = Pattern.compile("[0-9]([^0-9].*)");
    private static final Pattern COMPOUND_VERB = Pattern.compile("(\\p{IsHan})([ぁ-ん]{1,2})(\\p{IsHan})([ぁ-ん]{1,3})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern KANJI_NUMBER = Pattern.compile("[一二三四五六七八九十百千〇]{1,7}");
    private static final Pattern UNDIVIDED = Pattern.compile("(?<=[a-z])(?=[0-9])");
    private static final Pattern DATE = Pattern.compile("[0-9一二三四五六七八九十〇][年月日].*[0-9一二三四五六七八九十〇][月日]");
    private static final Pattern LATIN = Pattern.compile("[a-z]{3,20}");
    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");
    private static final Pattern REPEATED_KANJI = Pattern.compile("(?<=(\\p{IsHan}))\\1");
    private static final Pattern DOT = Pattern.compile("(?<=[a-z])\\.(?=[0-9])");
    private static final Pattern PHONE = Pattern.compile("0[0-9]{9,10}");
    private static final int[][] PHONE_GROUPS = {{2, 4}, {3, 3}, {4, 2}, {3, 4}, {5, 1}, {4, 3}};

    private static final Map<String, List<String>> WORDS = read();
    private static final int MAX_WORD_LENGTH =
            WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

    private final String word;
    private final Set<String> variants = new LinkedHashSet<>();

    private SpellingVariants(String word) {
        this.word = word;
    }

    /**
     * Returns the other spellings of {@code folded}, at most 40.
     *
     * @param folded a word folded by {@link JapaneseAnalyzers#foldWidthAndCase}
     */
    public static List<String> of(String folded) {
        var spellings = new SpellingVariants(folded);
        spellings.addAll();
        spellings.variants.remove(folded);
        return spellings.variants.stream().limit(MAX_VARIANTS).toList();
    }

    private void addAll() {
        addListed();
        variants.addAll(withoutOkurigana(word));
        addOtherKana();
        addOldForms();
        addIterationMarks();
        addInfixes();
        addNameKanji();
        variants.add(JapaneseAnalyzers.foldVariants(word));
        addHonorific();
        addNumerals();
        addUnits();
        addMiddleDots();
        addHyphens();
        addPlural();
    }

    /** A listed word within the word. */
    private record Listed(int start, int end, List<String> spellings) {}

    /** Replaces each listed word and two together; one in kana only where the kana around it are of another kind. */
    private void addListed() {
        List<Listed> parts = new ArrayList<>();
        for (int start = 0; start < word.length(); start++) {
            for (int end = Math.min(word.length(), start + MAX_WORD_LENGTH); end > start; end--) {
                List<String> spellings = WORDS.get(word.substring(start, end));
                if (spellings != null && isWhole(start, end)) {
                    parts.add(new Listed(start, end, spellings));
                    start = end - 1;
                    break;
                }
            }
        }
        addParts(parts);
    }

    private void addParts(List<Listed> parts) {
        for (Listed part : parts) {
            for (String spelling : part.spellings) {
                variants.add(word.substring(0, part.start) + spelling + word.substring(part.end));
            }
        }
        for (int i = 1; i < parts.size(); i++) {
            Listed first = parts.get(i - 1);
            Listed second = parts.get(i);
            for (String spelling : first.spellings.subList(0, Math.min(MAX_PAIRED, first.spellings.size()))) {
                String begin = word.substring(0, first.start) + spelling + word.substring(first.end, second.start);
                second.spellings.stream()
                        .limit(MAX_PAIRED)
                        .forEach(other -> variants.add(begin + other + word.substring(second.end)));
            }
        }
    }

    /** Returns a compound verb in the spellings that omit okurigana: 引継ぎ, 引継 for 引き継ぎ, and 組合せ for 組み合わせ. */
    private static List<String> withoutOkurigana(String word) {
        Matcher verb = COMPOUND_VERB.matcher(word);
        if (!verb.matches()) {
            return List.of();
        }
        String kanji = verb.group(1) + verb.group(3);
        String ending = verb.group(4);
        String last = ending.substring(ending.length() - 1);
        return List.of(kanji + ending, kanji + last, kanji, verb.group(1) + verb.group(2) + verb.group(3) + last);
    }

    private boolean isWhole(int start, int end) {
        return !continues(start - 1, start) && !continues(end - 1, end);
    }

    /** Returns whether the characters at {@code i} and {@code j} are both kana of one kind, Latin letters or digits. */
    private boolean continues(int i, int j) {
        if (i < 0 || j >= word.length()) {
            return false;
        }
        char a = word.charAt(i);
        char b = word.charAt(j);
        return (Kana.isHiragana(a) && Kana.isHiragana(b))
                || (Kana.isKatakana(a) && Kana.isKatakana(b))
                || (isLatin(a) && isLatin(b))
                || (Character.isDigit(a) && Character.isDigit(b));
    }

    private void addOtherKana() {
        if (Kana.isKana(word) && word.length() > 1) {
            variants.add(Kana.toKatakana(word));
            variants.add(Kana.toHiragana(word));
            List<String> spellings = WORDS.getOrDefault(Kana.toHiragana(word), List.of());
            variants.addAll(spellings);
        }
        if (KATAKANA.matcher(word).matches() && word.length() > 2) {
            variants.add(word.endsWith("ー") ? word.substring(0, word.length() - 1) : word + "ー");
        }
    }

    /** A single character is matched without analysis, which would fold its old forms. */
    private void addOldForms() {
        if (word.codePointCount(0, word.length()) == 1) {
            variants.addAll(KanjiVariantFolding.oldForms(word));
        }
    }

    /** Spells every iteration mark out, each by the character before it, and every repeated kanji by a mark. */
    private void addIterationMarks() {
        variants.add(REPEATED_KANJI.matcher(word).replaceAll("々"));
        if (word.indexOf('々') > 0) {
            var spelled = new StringBuilder(word);
            for (int i = 1; i < spelled.length(); i++) {
                if (spelled.charAt(i) == '々') {
                    spelled.setCharAt(i, spelled.charAt(i - 1));
                }
            }
            variants.add(spelled.toString());
        }
    }

    private void addInfixes() {
        for (String characters : INFIXES) {
            for (int i = 1; i + 1 < word.length(); i++) {
                if (characters.indexOf(word.charAt(i)) >= 0
                        && isKanjiOrDigit(word.charAt(i - 1))
                        && Kana.isKanji(word.charAt(i + 1))) {
                    replace(i, characters);
                }
            }
        }
    }

    private static boolean isKanjiOrDigit(char c) {
        return Kana.isKanji(c) || Character.isDigit(c);
    }

    private void addNameKanji() {
        for (String characters : NAME_KANJI) {
            for (int i = 0; i < word.length(); i++) {
                if (characters.indexOf(word.charAt(i)) >= 0) {
                    replace(i, characters);
                }
            }
        }
    }

    private void replace(int index, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            String variant = word.substring(0, index) + characters.charAt(i) + word.substring(index + 1);
            if (!WordEdges.isPlace(variant)) { // 鹿島 and 鹿嶋 are two cities
                variants.add(variant);
            }
        }
        for (String variant : List.copyOf(variants)) {
            boolean isOther = variant.length() == word.length() && !variant.equals(word);
            if (isOther && variant.charAt(index) == word.charAt(index)) {
                for (int i = 0; i < characters.length(); i++) {
                    variants.add(variant.substring(0, index) + characters.charAt(i) + variant.substring(index + 1));
                }
            }
        }
    }

    private void addHonorific() {
        if (word.length() > 1 && "御おご".indexOf(word.charAt(0)) >= 0 && Kana.isKanji(word.charAt(1))) {
            List<String> names = new ArrayList<>(List.of(word));
            names.addAll(variants);
            for (String name : names) {
                "御おご".chars().forEach(c -> variants.add((char) c + name.substring(1)));
            }
        }
    }

    private void addNumerals() {
        Matcher digits = NUMBER.matcher(word);
        if (digits.find()
                && !digits.group().equals(word)
                && !hasDigitAt(digits.end())
                && !hasDigitAt(digits.start() - 1)) {
            for (String numeral : Numerals.kanji(Integer.parseInt(digits.group()))) {
                variants.add(word.substring(0, digits.start()) + numeral + word.substring(digits.end()));
            }
        }
        addDates();
        Matcher kanji = KANJI_NUMBER.matcher(word);
        if (kanji.find() && !kanji.group().equals(word)) {
            Numerals.value(kanji.group())
                    .ifPresent(value ->
                            variants.add(word.substring(0, kanji.start()) + value + word.substring(kanji.end())));
        }
    }

    /** Writes all numbers of a date in the other script: 平成26年4月, 平成二十六年四月. */
    private void addDates() {
        if (DATE.matcher(word).find()) {
            variants.add(NUMBER.matcher(word).replaceAll(number -> Numerals.kanji(Integer.parseInt(number.group()))
                    .getFirst()));
            variants.add(KANJI_NUMBER
                    .matcher(word)
                    .replaceAll(number -> Numerals.value(number.group()).isPresent()
                            ? Integer.toString(Numerals.value(number.group()).getAsInt())
                            : number.group()));
        }
    }

    private void addUnits() {
        Matcher measure = MEASURE.matcher(word);
        if (!measure.find()) {
            return;
        }
        String rest = measure.group(1);
        for (List<String> unit : UNITS) {
            unit.stream()
                    .filter(rest::startsWith)
                    .findFirst()
                    .ifPresent(typed -> unit.forEach(other -> variants.add(
                            word.substring(0, measure.start(1)) + other + rest.substring(typed.length()))));
        }
    }

    private boolean hasDigitAt(int i) {
        return i >= 0 && i < word.length() && (Character.isDigit(word.charAt(i)) || word.charAt(i) == '.');
    }

    private void addMiddleDots() {
        if (word.indexOf('・') >= 0) {
            variants.add(word.replace("・", ""));
        } else if (word.length() > 3
                && word.length() <= MAX_DIVIDED_LENGTH
                && KATAKANA.matcher(Kana.toKatakana(word)).matches()
                && (word.indexOf('ー') >= 0 || KATAKANA.matcher(word).matches())) {
            divide(Kana.toKatakana(word), "・", 2);
        }
    }

    private void addHyphens() {
        if (word.indexOf('-') > 0 && word.length() > 2) {
            variants.add(word.replace("-", ""));
            variants.add(UNDIVIDED.matcher(word).replaceAll("-"));
        } else if (LATIN.matcher(word).matches() && word.length() <= MAX_DIVIDED_LENGTH / 2) {
            divide(word, "-", 1);
        } else if (PHONE.matcher(word).matches()) {
            for (int[] groups : PHONE_GROUPS) {
                int second = groups[0] + groups[1];
                variants.add(word.substring(0, groups[0]) + "-" + word.substring(groups[0], second) + "-"
                        + word.substring(second));
            }
        } else {
            for (int i = 1; i < word.length(); i++) {
                if (isLatin(word.charAt(i - 1))
                        && (Character.isDigit(word.charAt(i)) || Kana.isKatakana(word.charAt(i)))) {
                    variants.add(word.substring(0, i) + "-" + word.substring(i));
                    variants.add(word.substring(0, i) + "." + word.substring(i)); // No.5
                }
            }
            variants.add(DOT.matcher(word).replaceAll(""));
        }
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private void divide(String whole, String sign, int minPartLength) {
        for (int i = minPartLength; i <= whole.length() - minPartLength; i++) {
            variants.add(whole.substring(0, i) + sign + whole.substring(i));
        }
    }

    private void addPlural() {
        if (LATIN.matcher(word).matches()) {
            variants.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s");
        }
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new HashMap<>();
        try (var in = Objects.requireNonNull(SpellingVariants.class.getResourceAsStream(TABLE), TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(words, List.of(line.split("\t"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.replaceAll((word, spellings) -> List.copyOf(spellings));
        return Map.copyOf(words);
    }

    /** Adds the spellings of one word, with each in katakana beside the one in hiragana. */
    private static void add(Map<String, List<String>> words, List<String> spellings) {
        Set<String> all = new LinkedHashSet<>(spellings);
        spellings.forEach(spelling -> all.addAll(withoutOkurigana(spelling)));
        spellings.stream().filter(Kana::isKana).map(Kana::toKatakana).forEach(all::add);
        for (String spelling : all) {
            words.computeIfAbsent(spelling, key -> new ArrayList<>())
                    .addAll(all.stream()
                            .filter(other -> !other.equals(spelling))
                            .toList());
        }
    }
}
