package jirei.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Emits overlapping bigrams of all characters, folded by width and case, and at the same positions the marked terms of
 * {@link WordEdges}. The offsets are those of the input.
 */
@SuppressWarnings("NullAway.Init") // the text is set by reset
final class MarkedBigramTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TokenBoundaries tokens;
    private final Predicate<String> isWord;
    private Text text;
    private int position;
    private Iterator<String> marked = List.<String>of().iterator();

    /** Finds where the tokens of a text begin and end. */
    @FunctionalInterface
    interface TokenBoundaries {
        /** Returns the offsets, in UTF-16 code units of {@code text}, at which a token begins or ends. */
        BitSet of(String text) throws IOException;
    }

    /** A folded text. */
    private static final class Text {
        private final NormalizedText folded;
        /** The code points of the folded text. */
        private final int[] characters;
        /** The offset of each code point in the folded text, and the length of the folded text. */
        private final int[] offsets;
        /** The indices of the code points at which a word begins or ends. */
        private final BitSet boundaries;

        Text(String text, TokenBoundaries tokens) throws IOException {
            folded = NormalizedText.of(text);
            characters = folded.text().codePoints().toArray();
            offsets = new int[characters.length + 1];
            for (int i = 0; i < characters.length; i++) {
                offsets[i + 1] = offsets[i] + Character.charCount(characters[i]);
            }
            BitSet tokenOffsets = tokens.of(text);
            boundaries = WordEdges.boundaries(characters, i -> tokenOffsets.get(inputOffset(i)));
        }

        int inputOffset(int index) {
            return folded.correctOffset(offsets[index]);
        }
    }

    /**
     * @param tokens finds the words of the input
     * @param isWord whether two kanji are a word
     */
    MarkedBigramTokenizer(TokenBoundaries tokens, Predicate<String> isWord) {
        this.tokens = tokens;
        this.isWord = isWord;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var all = new StringWriter();
        input.transferTo(all);
        text = new Text(all.toString(), tokens);
        position = -1;
        marked = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (marked.hasNext()) {
            set(marked.next(), 0);
            return true;
        }
        position++;
        if (position + 1 >= text.characters.length) {
            return false;
        }
        marked = WordEdges.markedTerms(text.characters, position, text.boundaries, isWord)
                .iterator();
        set(new String(text.characters, position, 2), 1);
        return true;
    }

    private void set(String value, int positions) {
        clearAttributes();
        term.append(value);
        increment.setPositionIncrement(positions);
        int length = value.codePointCount(0, value.length());
        int end = position + (positions == 1 ? length : length - 1);
        offset.setOffset(correctOffset(text.inputOffset(position)), correctOffset(text.inputOffset(end)));
    }

    @Override
    public void end() throws IOException {
        super.end();
        int length = correctOffset(text.inputOffset(text.characters.length));
        offset.setOffset(length, length);
    }
}
