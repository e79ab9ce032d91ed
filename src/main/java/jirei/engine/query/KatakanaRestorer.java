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
 * Restores query words typed in hiragana that the index contains in katakana: こんぴゅーた becomes コンピュータ. The dictionary
 * does not know such words in hiragana and segments them into meaningless units. Thread-safe if {@code counts} is.
 */
public final class KatakanaRestorer {
    /** Shorter runs too often are the beginning or end of another word. */
    private static final int MIN_LENGTH = 3;

    /** No katakana term is longer; bounds the work on long runs of hiragana. */
    private static final int MAX_LENGTH = 20;

    private final IOFunction<Query, Long> counts;

    /** @param counts the number of documents that match a query */
    public KatakanaRestorer(IOFunction<Query, Long> counts) {
        this.counts = counts;
    }

    /** Returns {@code word} folded, with katakana restored. */
    String of(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        var restored = new StringBuilder(folded);
        Map<String, Long> sections = new HashMap<>();
        int offset = 0;
        while (offset < folded.length()) {
            int end = Kana.isHiragana(folded.charAt(offset)) ? endOfWord(folded, offset, sections) : offset;
            if (end > offset) {
                restored.replace(offset, end, Kana.toKatakana(folded.substring(offset, end)));
            }
            offset = Math.max(offset + 1, end);
        }
        return restored.toString();
    }

    /**
     * The end of the longest word at {@code start} to be restored; {@code start} if there is none.
     *
     * @param counted caches section counts by candidate; long runs of hiragana contain repetitions
     */
    private int endOfWord(String folded, int start, Map<String, Long> counted) {
        int end = start;
        while (end < folded.length() && end - start < MAX_LENGTH && isKana(folded.charAt(end))) {
            end++;
        }
        for (; end - start >= MIN_LENGTH; end--) {
            String typed = folded.substring(start, end);
            long sections = counted.computeIfAbsent(typed, word -> katakanaCount(Kana.toKatakana(word)));
            if (sections > 0) {
                return sections > hiraganaCount(typed) ? end : start;
            }
        }
        return start;
    }

    private static boolean isKana(char c) {
        return Kana.isHiragana(c) || c == 'ー';
    }

    private long katakanaCount(String katakana) {
        String term = JapaneseAnalyzers.foldKatakana(katakana);
        return count(new TermQuery(new Term(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), term)));
    }

    private long hiraganaCount(String typed) {
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
