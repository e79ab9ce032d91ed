package jirei.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jirei.cases.Municipality;
import jirei.cases.Prefecture;

/**
 * Where a word may begin and end in a text, and the bigram terms that say so. Beside each bigram of a text the index has
 * marked bigrams: one that begins a word, one that ends a word, and one that does both. A word typed in kana, Latin
 * letters or digits is a phrase of bigrams whose first and last are marked, so that AI does not match inside "mail".
 * Kanji words also match inside compounds, but a word of two kanji not across two words (大学 in 拡大学習), and the name of
 * a place only where the place is named (京都 in 東京都). Stateless.
 */
public final class WordEdges {
    /** Precedes a bigram that begins a word. The marks are control characters, which no text contains. */
    static final char START = '\u0083';
    /** Precedes a bigram that ends a word. */
    static final char END = '\u0084';
    /** Precedes a bigram that is a word. */
    static final char WHOLE = '\u0086';
    /** Precedes two kanji that are part of one word, or two words of one kanji. */
    static final char INSIDE = '\u0087';
    /** Precedes the name of a place. */
    static final char PLACE = '\u0088';

    private static final String MARKS = "" + START + END + WHOLE + INSIDE + PLACE;
    private static final String PLACE_SPELLINGS = "ケヵがガかカっッつの之";
    private static final String PLACE_FOLDED = "ヶヶヶヶヶヶツツツノノ";
    /** The first characters of all places, modern and as in the official name. */
    private static final BitSet FIRST_CHARACTERS = new BitSet();

    private static final Set<String> PLACES = places();
    private static final int MAX_PLACE_LENGTH =
            PLACES.stream().mapToInt(String::length).max().orElse(0);
    /** Kuromoji often divides unknown hiragana wrongly; a long run of it is found by its characters alone. */
    private static final int MIN_UNMISTAKABLE = 5;

    /** The maximum length of a word, in UTF-16 code units, whose edges matter. A longer one is within no other word. */
    public static final int MAX_MARKED_LENGTH = 40;

    private static final String ADMINISTRATIVE = "都道府県市区町村郡";
    /** What follows the suffix of a municipality in a word that names something of it: 市内, 県庁, 都区部. */
    private static final String OF_A_MUNICIPALITY = "内外民立長営域議政庁警知職税区部";

    private static final String NEVER_FIRST = "ーァィゥェォャュョヮヵヶッ";

    private WordEdges() {}

    /** The class of a character that decides where words begin and end. */
    private enum CharClass {
        SEPARATOR,
        DIGIT,
        LETTER,
        HIRAGANA,
        KATAKANA,
        KANJI;

        static CharClass of(int c) {
            if (c >= '0' && c <= '9') {
                return DIGIT;
            } else if (Kana.isHiragana(c)) {
                return HIRAGANA;
            } else if (Kana.isKatakana(c)) {
                return KATAKANA;
            } else if (c == '々' || c == '〆' || Kana.isKanji(c)) {
                return KANJI;
            }
            return Character.isLetterOrDigit(c) ? LETTER : SEPARATOR;
        }

        boolean hasEdges() {
            return this != KANJI && this != SEPARATOR;
        }
    }

    /** Returns whether {@code folded} is the name of a prefecture or municipality, with or without its suffix. */
    public static boolean isPlace(String folded) {
        return folded.length() <= MAX_PLACE_LENGTH
                && (FIRST_CHARACTERS.get(folded.charAt(0)) || !KanjiVariantFolding.isModern(folded.substring(0, 1)))
                && PLACES.contains(placeKey(folded));
    }

    /** Returns {@code name} with modern kanji and one spelling of ヶ, ッ and ノ: 龍ケ崎 and 竜ヶ崎 are one place. */
    private static String placeKey(String name) {
        var key = new StringBuilder(KanjiVariantFolding.modernKanji(name));
        for (int i = 1; i + 1 < key.length(); i++) {
            if (isKanji(key.charAt(i - 1)) && isKanji(key.charAt(i + 1))) {
                int spelling = PLACE_SPELLINGS.indexOf(key.charAt(i));
                if (spelling >= 0) {
                    key.setCharAt(i, PLACE_FOLDED.charAt(spelling));
                }
            }
        }
        return key.toString();
    }

    private static boolean isKanji(int c) {
        return CharClass.of(c) == CharClass.KANJI;
    }

    /** Returns whether {@code folded} consists of two kanji. */
    public static boolean isTwoKanji(String folded) {
        return folded.length() == 2 && isKanji(folded.charAt(0)) && isKanji(folded.charAt(1));
    }

    /**
     * Returns the consecutive bigram terms that match {@code folded} as a word rather than as part of another word.
     *
     * @param folded a word of at least two characters, folded by {@link JapaneseAnalyzers#foldWidthAndCase}
     */
    public static List<String> terms(String folded) {
        if (isPlace(folded)) {
            return List.of(PLACE + placeKey(folded));
        }
        if (isTwoKanji(folded)) {
            return List.of(INSIDE + folded);
        }
        int[] characters = folded.codePoints().toArray();
        boolean isMarked = folded.length() <= MAX_MARKED_LENGTH;
        boolean isLong = characters.length >= MIN_UNMISTAKABLE && Kana.isKana(folded) && !isKatakana(folded);
        boolean isUnmistakable = isLong || IntStream.of(characters).anyMatch(WordEdges::isKanji);
        boolean start = isMarked && hasEdge(characters[0], isUnmistakable);
        boolean end = isMarked && hasEdge(characters[characters.length - 1], isUnmistakable);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            boolean isStart = start && i == 0;
            boolean isEnd = end && i + 2 == characters.length;
            terms.add(mark(isStart, isEnd) + new String(characters, i, 2));
        }
        return terms;
    }

    /** Returns the consecutive terms that match {@code reading}, of at least two kana, from edge to edge of words. */
    public static List<String> readingTerms(String reading) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i + 1 < reading.length(); i++) {
            terms.add(mark(i == 0, i + 2 == reading.length()) + reading.substring(i, i + 2));
        }
        return terms;
    }

    /**
     * Returns the consecutive bigram terms that match the beginning of a word; empty for a single character and for a
     * word that begins with a kanji, whose beginning is not marked.
     */
    public static List<String> prefixTerms(String folded) {
        int[] characters = folded.codePoints().toArray();
        if (characters.length < 2 || !CharClass.of(characters[0]).hasEdges()) {
            return List.of();
        }
        return IntStream.range(0, characters.length - 1)
                .mapToObj(i -> mark(i == 0, false) + new String(characters, i, 2))
                .toList();
    }

    private static boolean isKatakana(String text) {
        return text.chars().allMatch(c -> CharClass.of(c) == CharClass.KATAKANA);
    }

    /**
     * Returns whether a word may begin or end with {@code c} only where a word of the text does.
     *
     * @param isUnmistakable whether the hiragana of the word is seldom part of another word: お年寄り, 支え, じょくそう
     */
    private static boolean hasEdge(int c, boolean isUnmistakable) {
        CharClass type = CharClass.of(c);
        return type.hasEdges() && !(isUnmistakable && type == CharClass.HIRAGANA);
    }

    /** Returns the mark of a term that begins or ends a word; empty if it does neither. */
    static String mark(boolean start, boolean end) {
        if (start) {
            return String.valueOf(end ? WHOLE : START);
        }
        return end ? String.valueOf(END) : "";
    }

    /** Returns the characters of a marked or unmarked bigram, or of a place. */
    public static String unmarked(String term) {
        return MARKS.indexOf(term.charAt(0)) < 0 ? term : term.substring(1);
    }

    /**
     * Returns the indices of {@code characters} at which a word begins or ends, including 0 and the length.
     *
     * @param characters the code points of a folded text
     * @param isToken whether a token of the text begins or ends at an index
     */
    static BitSet boundaries(int[] characters, Predicate<Integer> isToken) {
        var boundaries = new BitSet(characters.length + 1);
        boundaries.set(0);
        boundaries.set(characters.length);
        for (int i = 1; i < characters.length; i++) {
            if (isBoundary(characters, i, isToken)) {
                boundaries.set(i);
            }
        }
        return boundaries;
    }

    private static boolean isBoundary(int[] characters, int i, Predicate<Integer> isToken) {
        CharClass before = CharClass.of(characters[i - 1]);
        CharClass after = CharClass.of(characters[i]);
        if (before == CharClass.SEPARATOR || after == CharClass.SEPARATOR) {
            return !isInNumber(characters, i);
        }
        if (before == after) {
            return switch (before) {
                case DIGIT, LETTER -> false;
                case KATAKANA -> NEVER_FIRST.indexOf(characters[i]) < 0 && isToken.test(i);
                default -> isToken.test(i);
            };
        }
        return !(before == CharClass.KANJI && after == CharClass.HIRAGANA) || isToken.test(i);
    }

    /** Returns whether index {@code i} is beside the point or comma of a number such as 38.2 or 1,234. */
    private static boolean isInNumber(int[] characters, int i) {
        return isInNumberAt(characters, i) || isInNumberAt(characters, i - 1);
    }

    private static boolean isInNumberAt(int[] characters, int sign) {
        if (!isDigit(characters, sign - 1) || !isDigit(characters, sign + 1)) {
            return false;
        }
        boolean isGroup =
                isDigit(characters, sign + 2) && isDigit(characters, sign + 3) && !isDigit(characters, sign + 4);
        return characters[sign] == '.' || (characters[sign] == ',' && isGroup);
    }

    private static boolean isDigit(int[] characters, int i) {
        return i >= 0 && i < characters.length && characters[i] >= '0' && characters[i] <= '9';
    }

    /**
     * Returns the marked terms that begin with the character at {@code i}.
     *
     * @param isWord whether two kanji are a word, so that a boundary between them is doubtful
     */
    static List<String> markedTerms(int[] characters, int i, BitSet boundaries, Predicate<String> isWord) {
        List<String> terms = new ArrayList<>();
        if (i + 1 < characters.length) {
            String bigram = new String(characters, i, 2);
            CharClass first = CharClass.of(characters[i]);
            CharClass second = CharClass.of(characters[i + 1]);
            boolean start = first.hasEdges() && boundaries.get(i);
            boolean end = second.hasEdges() && boundaries.get(i + 2);
            if (start) {
                terms.add(START + bigram);
            }
            if (end) {
                terms.add(END + bigram);
            }
            if (start && end) {
                terms.add(WHOLE + bigram);
            }
            boolean isAligned = boundaries.get(i) && boundaries.get(i + 2);
            if (first == CharClass.KANJI
                    && second == CharClass.KANJI
                    && (boundaries.get(i + 1) == isAligned || isDoubtful(characters, i + 1, boundaries, isWord))) {
                terms.add(INSIDE + bigram);
            }
        }
        addPlaces(terms, characters, i, boundaries, isWord);
        return terms;
    }

    private static void addPlaces(
            List<String> terms, int[] characters, int start, BitSet boundaries, Predicate<String> isWord) {
        if (!boundaries.get(start) || isDoubtful(characters, start, start - 1, boundaries, isWord)) {
            return;
        }
        for (int end = boundaries.nextSetBit(start + 1);
                end > 0 && end - start <= MAX_PLACE_LENGTH;
                end = boundaries.nextSetBit(end + 1)) {
            String name = new String(characters, start, end - start);
            if (isPlace(name)
                    && !isDoubtful(characters, end, end, boundaries, isWord)
                    && !isWithinPlace(characters, start, end, boundaries)) {
                addPlace(terms, name);
            }
            addPlaceBefore(terms, characters, start, end, boundaries);
        }
    }

    /** Adds 盛岡市 where the text is divided as 盛岡|市民, 盛岡|市立. */
    private static void addPlaceBefore(List<String> terms, int[] characters, int start, int end, BitSet boundaries) {
        if (end + 1 < characters.length
                && !boundaries.get(end + 1)
                && ADMINISTRATIVE.indexOf(characters[end]) >= 0
                && OF_A_MUNICIPALITY.indexOf(characters[end + 1]) >= 0) {
            String name = new String(characters, start, end + 1 - start);
            if (isPlace(name) && !terms.contains(PLACE + placeKey(name))) {
                terms.add(PLACE + placeKey(name));
            }
        }
    }

    /** Returns whether a longer name of a place ends where this one does, as 北広島 does where 広島 does. */
    private static boolean isWithinPlace(int[] characters, int start, int end, BitSet boundaries) {
        for (int before = start - 1; before >= 0 && end - before <= MAX_PLACE_LENGTH; before--) {
            if (boundaries.get(before) && isPlace(new String(characters, before, end - before))) {
                return true;
            }
        }
        return false;
    }

    /** Adds {@code name} and its stem: the dictionary may have divided 外ケ浜町 as 外|ケ|浜町. */
    private static void addPlace(List<String> terms, String name) {
        for (int length = name.length(); length >= name.length() - 1; length--) {
            String place = name.substring(0, length);
            boolean isName = length == name.length() || ADMINISTRATIVE.indexOf(name.charAt(length)) >= 0;
            if (isName && !place.isEmpty() && isPlace(place) && !terms.contains(PLACE + placeKey(place))) {
                terms.add(PLACE + placeKey(place));
            }
        }
    }

    private static boolean isDoubtful(int[] characters, int boundary, BitSet boundaries, Predicate<String> isWord) {
        return isDoubtful(characters, boundary, boundary - 1, boundaries, isWord)
                || isDoubtful(characters, boundary, boundary, boundaries, isWord);
    }

    /**
     * Returns whether the text may be divided elsewhere than at {@code boundary}: the word beside it is a single kanji,
     * and a word together with the kanji on the other side, as in 大分|類 (分類).
     *
     * @param single the index of the kanji beside the boundary
     */
    private static boolean isDoubtful(
            int[] characters, int boundary, int single, BitSet boundaries, Predicate<String> isWord) {
        return boundary > 0
                && boundary < characters.length
                && boundaries.get(single)
                && boundaries.get(single + 1)
                && isKanji(characters[boundary - 1])
                && isKanji(characters[boundary])
                && ADMINISTRATIVE.indexOf(characters[single]) < 0
                && isWord.test(new String(characters, boundary - 1, 2));
    }

    private static Set<String> places() {
        Set<String> names = new HashSet<>();
        for (Prefecture prefecture : Prefecture.values()) {
            addPlace(names, prefecture.fullName());
        }
        Municipality.all().forEach(municipality -> addPlace(names, municipality.name()));
        return Set.copyOf(names);
    }

    private static void addPlace(Set<String> names, String name) {
        String key = placeKey(JapaneseAnalyzers.foldWidthAndCase(name));
        FIRST_CHARACTERS.set(name.charAt(0));
        FIRST_CHARACTERS.set(key.charAt(0));
        names.add(key);
        if (key.length() > 2 && !key.equals("北海道")) {
            names.add(key.substring(0, key.length() - 1));
        }
    }
}
