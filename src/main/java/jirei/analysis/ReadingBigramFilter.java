package jirei.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Emits bigrams of the reading of a text, across word boundaries: みとり, ミトリ and 看取り yield the same two bigrams. The
 * offsets of a bigram are those of its words. Words that are not adjacent form no bigram, and a position gap separates
 * them.
 */
final class ReadingBigramFilter extends TokenFilter {
    private static final int POSITION_GAP = 1;

    /** A kana of the reading with the offsets of its word. */
    private record ReadingKana(char kana, int start, int end) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final ReadingAttribute reading = addAttribute(ReadingAttribute.class);
    private final ArrayDeque<ReadingKana> pending = new ArrayDeque<>();
    private @Nullable ReadingKana last;
    private int gap;

    ReadingBigramFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (true) {
            ReadingKana next = pending.poll();
            if (next == null) {
                if (!input.incrementToken()) {
                    return false;
                }
                addReading();
                continue;
            }
            ReadingKana previous = last;
            last = next;
            if (previous != null && next.start <= previous.end) {
                setBigram(previous, next);
                return true;
            }
            gap = previous == null ? 0 : POSITION_GAP;
        }
    }

    private void setBigram(ReadingKana first, ReadingKana second) {
        clearAttributes();
        term.append(first.kana).append(second.kana);
        offset.setOffset(first.start, second.end);
        increment.setPositionIncrement(1 + gap);
        gap = 0;
    }

    /** Queues the reading of the current word, or its surface form if the dictionary does not know the reading. */
    private void addReading() {
        String known = reading.getReading();
        CharSequence kana = known == null ? term : known;
        for (int i = 0; i < kana.length(); i++) {
            pending.add(new ReadingKana(Kana.phoneticKey(kana.charAt(i)), offset.startOffset(), offset.endOffset()));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        last = null;
        gap = 0;
    }
}
