package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that say the same in this literature, from a text that people edit. {@code A = B = C}: each finds the others. {@code A
 * > B, C}: whoever looks for A finds B and C too, not the other way round. One group a line; {@code #} begins a remark.
 */
public final class SynonymLexicon {
    private static final Pattern REMARK = Pattern.compile("[#＃]");
    private static final Pattern SAME = Pattern.compile("[=＝]");
    private static final Pattern FINDS = Pattern.compile("[>＞]");
    private static final Pattern COMMA = Pattern.compile("[,、，]");

    private final Map<String, Set<String>> byWord;

    private SynonymLexicon(Map<String, Set<String>> byWord) {
        this.byWord = byWord;
    }

    /** No synonyms at all. */
    public static SynonymLexicon none() {
        return new SynonymLexicon(Map.of());
    }

    /**
     * Reads the groups of {@code text}.
     *
     * @throws LexiconException if a line is no group, naming the first such line
     * @throws IOException if the text can't be read
     */
    public static SynonymLexicon read(Reader text) throws IOException, LexiconException {
        Map<String, Set<String>> byWord = new LinkedHashMap<>();
        var whole = new StringWriter();
        text.transferTo(whole);
        int number = 0;
        for (String line : whole.toString().lines().toList()) {
            number++;
            String group = REMARK.split(line, 2)[0].strip();
            if (!group.isEmpty()) {
                add(byWord, group, number);
            }
        }
        return new SynonymLexicon(byWord);
    }

    private static void add(Map<String, Set<String>> byWord, String group, int line) throws LexiconException {
        boolean oneWay = group.contains(">") || group.contains("＞");
        String[] sides = (oneWay ? FINDS : SAME).split(group, -1);
        List<String> words = Stream.of(sides)
                .flatMap(side -> oneWay ? Stream.of(COMMA.split(side, -1)) : Stream.of(side))
                .map(String::strip)
                .toList();
        if (words.size() < 2 || words.contains("") || (oneWay && sides.length != 2)) {
            throw new LexiconException(line, "「" + group + "」は「語 = 語」または「語 > 語、語」の形で書いてください");
        }
        List<String> from =
                oneWay ? Stream.of(COMMA.split(sides[0], -1)).map(String::strip).toList() : words;
        for (String word : from) {
            Set<String> others =
                    byWord.computeIfAbsent(JapaneseAnalyzers.foldWidthAndCase(word), key -> new LinkedHashSet<>());
            words.stream()
                    .filter(other -> !from.contains(other) || !oneWay)
                    .filter(other ->
                            !JapaneseAnalyzers.foldWidthAndCase(other).equals(JapaneseAnalyzers.foldWidthAndCase(word)))
                    .forEach(others::add);
        }
    }

    /** What may stand for {@code word} too, in the order of the file; empty for a word that is in no group. */
    public List<String> of(String word) {
        return new ArrayList<>(byWord.getOrDefault(JapaneseAnalyzers.foldWidthAndCase(word), Set.of()));
    }

    /** Every word of every group that finds another, folded. */
    public Set<String> words() {
        return byWord.keySet();
    }
}
