package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the words of texts by Kuromoji's search mode. A katakana word is divided into two that the dictionary knows:
 * ターミナル|ケア, グループ|ホーム, but not リハ|ーサル or パス|ワード. Thread-safe.
 */
final class TextWords {
    private static final int MIN_PART_LENGTH = 2;
    /** Shorter parts of a word of the dictionary are accidental: パス|ワード. */
    private static final int MIN_PART_LENGTH_OF_WORD = 3;
    /** Bounds the memory; the words of a field repeat. */
    private static final int MAX_CACHED = 100_000;

    private final JapaneseAnalyzers.Tokenizers tokenizers;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    TextWords(JapaneseAnalyzers.Tokenizers tokenizers) {
        this.tokenizers = tokenizers;
    }

    /** Returns a function for use by one thread. */
    MarkedBigramTokenizer.TokenBoundaries boundaries() {
        Tokenizer tokenizer = tokenizers.create(JapaneseTokenizer.Mode.SEARCH);
        return text -> boundaries(text, tokenizer);
    }

    private BitSet boundaries(String text, Tokenizer tokenizer) throws IOException {
        var boundaries = new BitSet(text.length() + 1);
        var term = tokenizer.getAttribute(CharTermAttribute.class);
        var offset = tokenizer.getAttribute(OffsetAttribute.class);
        try (Reader reader = tokenizers.initReader(new StringReader(text))) {
            tokenizer.setReader(reader);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                boundaries.set(offset.startOffset());
                boundaries.set(offset.endOffset());
                addParts(term.toString(), offset.startOffset(), boundaries);
            }
            tokenizer.end();
        } finally {
            tokenizer.close();
        }
        return boundaries;
    }

    private void addParts(String word, int start, BitSet boundaries) {
        if (word.length() < 2 * MIN_PART_LENGTH || !isKatakana(word)) {
            return;
        }
        int minLength = isWord(word) ? MIN_PART_LENGTH_OF_WORD : MIN_PART_LENGTH;
        for (int i = minLength; i <= word.length() - minLength; i++) {
            if (isWord(word.substring(0, i)) && isWord(word.substring(i))) {
                boundaries.set(start + i);
            }
        }
    }

    private static boolean isKatakana(String word) {
        return word.chars().allMatch(Kana::isKatakana);
    }

    /** Returns whether the dictionary of the analyzer has {@code word}; entries of the user dictionary do not count. */
    boolean isWord(String word) {
        Boolean cached = known.get(word);
        if (cached == null) {
            cached = lookUp(word);
            if (known.size() < MAX_CACHED) {
                known.put(word, cached);
            }
        }
        return cached;
    }

    private static boolean lookUp(String word) {
        try (Tokenizer tokenizer = new JapaneseTokenizer(null, false, false, JapaneseTokenizer.Mode.NORMAL)) {
            var term = tokenizer.getAttribute(CharTermAttribute.class);
            var reading = tokenizer.addAttribute(ReadingAttribute.class);
            tokenizer.setReader(new StringReader(word));
            tokenizer.reset();
            return tokenizer.incrementToken() && term.length() == word.length() && reading.getReading() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
