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

    /** A kana of the reading with the offsets of its word, and whether the word begins or ends with it. */
    private record ReadingKana(char kana, int start, int end, boolean isFirst, boolean isLast) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final ReadingAttribute reading = addAttribute(ReadingAttribute.class);
    private final ArrayDeque<ReadingKana> pending = new ArrayDeque<>();
    private @Nullable ReadingKana last;
    private int gap;
    /** The marks with which the last bigram is emitted again at the same position, see {@link WordEdges}. */
    private final ArrayDeque<String> marks = new ArrayDeque<>();

    private String bigram = "";

    ReadingBigramFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!marks.isEmpty()) {
            term.setEmpty().append(marks.poll()).append(bigram);
            increment.setPositionIncrement(0);
            return true;
        }
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
        bigram = "" + first.kana + second.kana;
        term.append(bigram);
        offset.setOffset(first.start, second.end);
        increment.setPositionIncrement(1 + gap);
        gap = 0;
        addMark(first.isFirst, false);
        addMark(false, second.isLast);
        if (first.isFirst && second.isLast) {
            addMark(true, true);
        }
    }

    private void addMark(boolean start, boolean end) {
        if (start || end) {
            marks.add(WordEdges.mark(start, end));
        }
    }

    /** Queues the reading of the current word, or its surface form if the dictionary does not know the reading. */
    private void addReading() {
        String known = reading.getReading();
        CharSequence kana = known == null ? term : known;
        for (int i = 0; i < kana.length(); i++) {
            boolean isFirst = i == 0;
            boolean isLast = i + 1 == kana.length();
            pending.add(new ReadingKana(
                    Kana.phoneticKey(kana.charAt(i)), offset.startOffset(), offset.endOffset(), isFirst, isLast));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        marks.clear();
        last = null;
        gap = 0;
    }
}
