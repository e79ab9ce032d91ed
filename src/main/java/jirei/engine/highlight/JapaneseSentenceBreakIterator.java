package jirei.engine.highlight;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Breaks text after each sentence: after 。！？ and any closing brackets that follow, and at line ends. A sentence too
 * long for a snippet is also broken after a comma. Not thread-safe.
 */
final class JapaneseSentenceBreakIterator extends BreakIterator {
    private static final String TERMINATORS = "。！？!?．";
    private static final String CLOSING = "」』）)】〉》”’\"";
    private static final int MAX_SENTENCE_LENGTH = 140; // UTF-16 code units

    private CharacterIterator text = new StringCharacterIterator("");
    private int[] breaks = {0};
    private int current;

    @Override
    public void setText(CharacterIterator newText) {
        text = newText;
        var content = new StringBuilder();
        for (char c = newText.first(); c != CharacterIterator.DONE; c = newText.next()) {
            content.append(c);
        }
        breaks = breaks(content);
        current = 0;
    }

    private static int[] breaks(CharSequence content) {
        var offsets = IntStream.builder();
        offsets.add(0);
        int last = 0;
        int comma = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int next = i + 1;
            if (c == '、') {
                comma = next;
            }
            if (endsSentence(content, i) || next == content.length()) {
                offsets.add(next);
                last = next;
            } else if (next - last >= MAX_SENTENCE_LENGTH && comma > last) {
                offsets.add(comma);
                last = comma;
            }
        }
        return offsets.build().toArray();
    }

    private static boolean endsSentence(CharSequence content, int i) {
        char c = content.charAt(i);
        if (c == '\n') {
            return true;
        }
        boolean closesMore = i + 1 < content.length() && CLOSING.indexOf(content.charAt(i + 1)) >= 0;
        int mark = i;
        while (mark > 0 && CLOSING.indexOf(content.charAt(mark)) >= 0) {
            mark--;
        }
        boolean newlineFollows = i + 1 < content.length() && content.charAt(i + 1) == '\n';
        return TERMINATORS.indexOf(content.charAt(mark)) >= 0 && !closesMore && !newlineFollows;
    }

    @Override
    public int first() {
        current = 0;
        return current();
    }

    @Override
    public int last() {
        current = breaks.length - 1;
        return current();
    }

    @Override
    public int next(int steps) {
        int target = current + steps;
        current = Math.clamp(target, 0, breaks.length - 1);
        return target == current ? current() : DONE;
    }

    @Override
    public int next() {
        return next(1);
    }

    @Override
    public int previous() {
        return next(-1);
    }

    @Override
    public int following(int offset) {
        int found = Arrays.binarySearch(breaks, offset);
        int target = found >= 0 ? found + 1 : -found - 1;
        current = Math.min(target, breaks.length - 1);
        return target == current ? current() : DONE;
    }

    @Override
    public int preceding(int offset) {
        int found = Arrays.binarySearch(breaks, offset);
        int target = (found >= 0 ? found : -found - 1) - 1;
        current = Math.max(target, 0);
        return target == current ? current() : DONE;
    }

    @Override
    public int current() {
        return breaks[current];
    }

    @Override
    public CharacterIterator getText() {
        return text;
    }
}
