package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Synonyms from an editable text file. {@code A = B = C} declares equivalent words: each expands to the others.
 * {@code A > B, C} declares a one-way rule: A expands to B and C, but not vice versa. One rule per line; {@code #}
 * starts a comment. Immutable.
 */
public final class SynonymLexicon {
    private static final Pattern COMMENT = Pattern.compile("[#＃]");
    private static final Pattern EQUIVALENCE = Pattern.compile("[=＝]");
    private static final Pattern ONE_WAY = Pattern.compile("[>＞]");
    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");
    private static final Pattern LONG_E = Pattern.compile("(?<=[エケセテネヘメレゲゼデベペ])イ");
    private static final Pattern COMMA = Pattern.compile("[,、，]");

    private final Map<String, Set<String>> byWord;
    /** The listed spellings of each word, by its key. */
    private final Map<String, List<String>> spellings;

    private final int maxLength;

    private SynonymLexicon(Map<String, Set<String>> byWord) {
        this.byWord = byWord;
        this.maxLength =
                2 * byWord.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.spellings = byWord.keySet().stream().collect(Collectors.groupingBy(SynonymLexicon::key));
    }

    /**
     * Returns {@code word} without the differences between its spellings: old kanji, 長音, small kana, middle dots, and
     * hiragana for katakana.
     */
    private static String key(String word) {
        String folded = KanjiVariantFolding.modernKanji(JapaneseAnalyzers.foldWidthAndCase(word))
                .replace("・", "");
        String plain = Kana.isKana(folded) ? Kana.toKatakana(folded) : folded;
        var key = new StringBuilder();
        Matcher katakana = KATAKANA.matcher(plain);
        while (katakana.find()) {
            String unmarked = KatakanaFoldingFilter.fold(katakana.group());
            katakana.appendReplacement(key, LONG_E.matcher(unmarked).replaceAll(""));
        }
        return katakana.appendTail(key).toString();
    }

    /** Returns an empty lexicon. */
    public static SynonymLexicon none() {
        return new SynonymLexicon(Map.of());
    }

    /**
     * Reads a synonym file.
     *
     * @throws LexiconException if a line is malformed, with the number of the first such line
     * @throws IOException if the file cannot be read
     */
    public static SynonymLexicon read(Reader text) throws IOException, LexiconException {
        Map<String, Set<String>> byWord = new LinkedHashMap<>();
        var content = new StringWriter();
        text.transferTo(content);
        int number = 0;
        for (String line : content.toString().lines().toList()) {
            number++;
            String rule = COMMENT.split(line, 2)[0].strip();
            if (!rule.isEmpty()) {
                add(byWord, rule, number);
            }
        }
        return new SynonymLexicon(byWord);
    }

    private static void add(Map<String, Set<String>> byWord, String rule, int line) throws LexiconException {
        boolean oneWay = rule.contains(">") || rule.contains("＞");
        String[] sides = (oneWay ? ONE_WAY : EQUIVALENCE).split(rule, -1);
        List<String> words = Stream.of(sides)
                .flatMap(side -> oneWay ? Stream.of(COMMA.split(side, -1)) : Stream.of(side))
                .map(String::strip)
                .toList();
        if (words.size() < 2 || words.contains("") || (oneWay && sides.length != 2)) {
            throw new LexiconException(line, "「" + rule + "」は「語 = 語」または「語 > 語、語」の形で書いてください");
        }
        List<String> sources =
                oneWay ? Stream.of(COMMA.split(sides[0], -1)).map(String::strip).toList() : words;
        for (String word : sources) {
            Set<String> synonyms =
                    byWord.computeIfAbsent(JapaneseAnalyzers.foldWidthAndCase(word), key -> new LinkedHashSet<>());
            words.stream()
                    .filter(other -> !sources.contains(other) || !oneWay)
                    .filter(other ->
                            !JapaneseAnalyzers.foldWidthAndCase(other).equals(JapaneseAnalyzers.foldWidthAndCase(word)))
                    .forEach(synonyms::add);
        }
    }

    /**
     * Returns the synonyms of {@code word} in file order; empty for an unknown word. Width and case of the word are
     * ignored. A word in a spelling that is not listed has the listed spellings and their synonyms.
     */
    public List<String> of(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        Set<String> synonyms = byWord.get(folded);
        if (synonyms != null) {
            return List.copyOf(synonyms);
        }
        if (folded.length() > maxLength) {
            return List.of();
        }
        Set<String> ofSpellings = new LinkedHashSet<>();
        for (String spelling : spellings.getOrDefault(key(word), List.of())) {
            ofSpellings.add(spelling);
            ofSpellings.addAll(byWord.getOrDefault(spelling, Set.of()));
        }
        return List.copyOf(ofSpellings);
    }

    /** Returns every word that has synonyms, with width and case folded. */
    public Set<String> words() {
        return byWord.keySet();
    }
}
