package jirei.engine.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOFunction;

/**
 * Knows which words of a query were typed in hiragana though the sections have them in katakana: こんぴゅーた is コンピュータ. The
 * dictionary doesn't know such a word in hiragana and cuts it into pieces that say nothing.
 */
public final class KatakanaRestorer {
    /** Shorter ones are ends and beginnings of other words too often. */
    private static final int MIN_LENGTH = 3;

    /** No term in katakana is longer; a bound for the work on a long run of hiragana. */
    private static final int MAX_LENGTH = 20;

    /** From this length on, the index leaves out a prolonged sound mark at the end. */
    private static final int MIN_STEM_LENGTH = 4;

    private final IOFunction<Query, Long> counts;

    public KatakanaRestorer(IOFunction<Query, Long> counts) {
        this.counts = counts;
    }

    /** {@code word} folded, with those of its words in katakana that the sections write so. */
    String of(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        var spelt = new StringBuilder(folded);
        Map<String, Long> sections = new HashMap<>();
        int at = 0;
        while (at < folded.length()) {
            int end = Kana.isHiragana(folded.charAt(at)) ? endOfWord(folded, at, sections) : at;
            if (end > at) {
                spelt.replace(at, end, Kana.toKatakana(folded.substring(at, end)));
            }
            at = Math.max(at + 1, end);
        }
        return spelt.toString();
    }

    /**
     * Where the longest word that begins at {@code start} and stands in katakana ends; {@code start} if there is none. {@code
     * counted} has how many sections write so what was looked at before; a long run of hiragana repeats itself.
     */
    private int endOfWord(String folded, int start, Map<String, Long> counted) {
        int end = start;
        while (end < folded.length() && end - start < MAX_LENGTH && isKana(folded.charAt(end))) {
            end++;
        }
        for (; end - start >= MIN_LENGTH; end--) {
            String typed = folded.substring(start, end);
            long sections = counted.computeIfAbsent(typed, word -> sectionsWith(Kana.toKatakana(word)));
            if (sections > 0) {
                return sections > sectionsWithTheCharacters(typed) ? end : start;
            }
        }
        return start;
    }

    private static boolean isKana(char c) {
        return Kana.isHiragana(c) || c == 'ー';
    }

    private long sectionsWith(String katakana) {
        String term = katakana.length() >= MIN_STEM_LENGTH && katakana.endsWith("ー")
                ? katakana.substring(0, katakana.length() - 1)
                : katakana;
        return count(new TermQuery(new Term(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), term)));
    }

    private long sectionsWithTheCharacters(String typed) {
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < typed.length(); i++) {
            phrase.add(new Term(Source.TEXT.in(Analysis.BIGRAM).luceneName(), typed.substring(i, i + 2)));
        }
        return count(phrase.build());
    }

    private long count(Query query) {
        try {
            return counts.apply(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
