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
 * Cuts a text into morphemes once and hands them to everything that asks for them soon. A section is cut in several ways that begin
 * alike, and the sections of a case share what they stand in. For one thread.
 */
final class TokenizationCache {
    /** How many morphemes of the last texts are kept: some 2 MB, enough for most cases. */
    private static final int MAX_ENTRIES = 10_000;

    private final Tokenizer tokenizer;
    private final OffsetAttribute offset;
    private final UnaryOperator<Reader> folding;
    private final Map<String, Morphemes> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /**
     * @param tokenizer cuts, and is used by nothing else
     * @param folding is done before
     */
    TokenizationCache(Tokenizer tokenizer, UnaryOperator<Reader> folding) {
        this.tokenizer = tokenizer;
        this.offset = tokenizer.getAttribute(OffsetAttribute.class);
        this.folding = folding;
    }

    private record Morphemes(List<AttributeSource.State> states, int end) {}

    /** A tokenizer that gives what the shared one gives for the text before folding. */
    Tokenizer tokenizer() {
        return new Replayed();
    }

    private Morphemes of(String text) throws IOException {
        Morphemes known = kept.get(text);
        if (known == null) {
            known = cut(text);
            kept.put(text, known);
            size += known.states.size();
            Iterator<Morphemes> oldest = kept.values().iterator();
            while (size > MAX_ENTRIES && kept.size() > 1) {
                size -= oldest.next().states.size();
                oldest.remove();
            }
        }
        return known;
    }

    private Morphemes cut(String text) throws IOException {
        List<AttributeSource.State> states = new ArrayList<>();
        try (Reader folded = folding.apply(new StringReader(text))) {
            tokenizer.setReader(folded);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                states.add(tokenizer.captureState());
            }
            tokenizer.end();
            return new Morphemes(states, offset.endOffset());
        } finally {
            tokenizer.close();
        }
    }

    private final class Replayed extends Tokenizer {
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private Morphemes morphemes = new Morphemes(List.of(), 0);
        private int at;

        Replayed() {
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
            morphemes = of(text.toString());
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            if (at == morphemes.states.size()) {
                return false;
            }
            restoreState(morphemes.states.get(at));
            at++;
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(morphemes.end, morphemes.end);
        }
    }
}
