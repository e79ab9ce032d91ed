package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Least-recently-used cache of tokenized texts. Several analyzers start with the same tokenization, and the sections of
 * a case share their context fields. Not thread-safe.
 */
final class TokenizationCache {
    /** Maximum number of cached tokens: about 2 MB, enough for most cases. */
    private static final int MAX_TOKENS = 10_000;

    private final Tokenizer tokenizer;
    private final OffsetAttribute offset;
    private final UnaryOperator<Reader> folding;
    private final Map<String, CachedTokens> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int tokenCount;

    /**
     * @param tokenizer tokenizer for exclusive use by this cache
     * @param folding character filters applied before tokenization
     */
    TokenizationCache(Tokenizer tokenizer, UnaryOperator<Reader> folding) {
        this.tokenizer = tokenizer;
        this.offset = tokenizer.getAttribute(OffsetAttribute.class);
        this.folding = folding;
    }

    private record CachedTokens(List<AttributeSource.State> states, int endOffset) {}

    /** Returns a tokenizer that replays the cached tokens of its input, a text before folding. */
    Tokenizer tokenizer() {
        return new CachedTokenizer();
    }

    private CachedTokens tokens(String text) throws IOException {
        CachedTokens tokens = entries.get(text);
        if (tokens == null) {
            tokens = tokenize(text);
            entries.put(text, tokens);
            tokenCount += tokens.states.size();
            Iterator<CachedTokens> eldest = entries.values().iterator();
            while (tokenCount > MAX_TOKENS && entries.size() > 1) {
                tokenCount -= eldest.next().states.size();
                eldest.remove();
            }
        }
        return tokens;
    }

    private CachedTokens tokenize(String text) throws IOException {
        List<AttributeSource.State> states = new ArrayList<>();
        try (Reader folded = folding.apply(new StringReader(text))) {
            tokenizer.setReader(folded);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                states.add(tokenizer.captureState());
            }
            tokenizer.end();
            return new CachedTokens(states, offset.endOffset());
        } finally {
            tokenizer.close();
        }
    }

    private final class CachedTokenizer extends Tokenizer {
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private CachedTokens tokens = new CachedTokens(List.of(), 0);
        private int index;

        CachedTokenizer() {
            addAttribute(CharTermAttribute.class);
            addAttribute(PositionIncrementAttribute.class);
            addAttribute(PositionLengthAttribute.class);
            addAttribute(BaseFormAttribute.class);
            addAttribute(PartOfSpeechAttribute.class);
            addAttribute(ReadingAttribute.class);
            addAttribute(InflectionAttribute.class);
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            var text = new StringWriter();
            input.transferTo(text);
            tokens = tokens(text.toString());
            index = 0;
        }

        @Override
        public boolean incrementToken() {
            if (index == tokens.states.size()) {
                return false;
            }
            restoreState(tokens.states.get(index));
            index++;
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(tokens.endOffset, tokens.endOffset);
        }
    }
}
