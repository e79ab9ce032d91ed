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
 * Pairs of the kana in which a text is read, across the edges of its words: みとり, ミトリ and 看取り give the same two pairs.
 * A pair has the extent of the words that it touches. Between words that don't touch there is no pair, and a gap in position.
 */
final class ReadingBigramFilter extends TokenFilter {
    private static final int GAP = 1;

    private record Mora(char sound, int start, int end) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final ReadingAttribute reading = addAttribute(ReadingAttribute.class);
    private final ArrayDeque<Mora> sounds = new ArrayDeque<>();
    private @Nullable Mora last;
    private int gap;

    ReadingBigramFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (true) {
            Mora next = sounds.poll();
            if (next == null) {
                if (!input.incrementToken()) {
                    return false;
                }
                sound();
                continue;
            }
            Mora before = last;
            last = next;
            if (before != null && next.start <= before.end) {
                pair(before, next);
                return true;
            }
            gap = before == null ? 0 : GAP;
        }
    }

    private void pair(Mora before, Mora next) {
        clearAttributes();
        term.append(before.sound).append(next.sound);
        offset.setOffset(before.start, next.end);
        increment.setPositionIncrement(1 + gap);
        gap = 0;
    }

    /** Takes the sounds of the current word: its reading, or itself where the dictionary doesn't know it. */
    private void sound() {
        String known = reading.getReading();
        CharSequence heard = known == null ? term : known;
        for (int i = 0; i < heard.length(); i++) {
            sounds.add(new Mora(Kana.phoneticKey(heard.charAt(i)), offset.startOffset(), offset.endOffset()));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        sounds.clear();
        last = null;
        gap = 0;
    }
}
