package jirei.engine.highlight;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Breaks a text behind each sentence: behind 。！？ with the closing brackets that follow, and at the end of a line. A sentence
 * too long for a snippet is broken behind a comma.
 */
final class JapaneseSentenceBreakIterator extends BreakIterator {
    private static final String ENDS = "。！？!?．";
    private static final String CLOSING = "」』）)】〉》”’\"";
    private static final int MAX_SENTENCE_LENGTH = 140;

    private CharacterIterator text = new StringCharacterIterator("");
    private int[] breaks = {0};
    private int at;

    @Override
    public void setText(CharacterIterator newText) {
        text = newText;
        var content = new StringBuilder();
        for (char c = newText.first(); c != CharacterIterator.DONE; c = newText.next()) {
            content.append(c);
        }
        breaks = breaks(content);
        at = 0;
    }

    private static int[] breaks(CharSequence content) {
        var found = IntStream.builder();
        found.add(0);
        int last = 0;
        int comma = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int behind = i + 1;
            if (c == '、') {
                comma = behind;
            }
            if (endsSentence(content, i) || behind == content.length()) {
                found.add(behind);
                last = behind;
            } else if (behind - last >= MAX_SENTENCE_LENGTH && comma > last) {
                found.add(comma);
                last = comma;
            }
        }
        return found.build().toArray();
    }

    private static boolean endsSentence(CharSequence content, int i) {
        char c = content.charAt(i);
        if (c == '\n') {
            return true;
        }
        boolean closesMore = i + 1 < content.length() && CLOSING.indexOf(content.charAt(i + 1)) >= 0;
        int sign = i;
        while (sign > 0 && CLOSING.indexOf(content.charAt(sign)) >= 0) {
            sign--;
        }
        boolean newlineFollows = i + 1 < content.length() && content.charAt(i + 1) == '\n';
        return ENDS.indexOf(content.charAt(sign)) >= 0 && !closesMore && !newlineFollows;
    }

    @Override
    public int first() {
        at = 0;
        return current();
    }

    @Override
    public int last() {
        at = breaks.length - 1;
        return current();
    }

    @Override
    public int next(int steps) {
        int wanted = at + steps;
        at = Math.clamp(wanted, 0, breaks.length - 1);
        return wanted == at ? current() : DONE;
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
        int wanted = found >= 0 ? found + 1 : -found - 1;
        at = Math.min(wanted, breaks.length - 1);
        return wanted == at ? current() : DONE;
    }

    @Override
    public int preceding(int offset) {
        int found = Arrays.binarySearch(breaks, offset);
        int wanted = (found >= 0 ? found : -found - 1) - 1;
        at = Math.max(wanted, 0);
        return wanted == at ? current() : DONE;
    }

    @Override
    public int current() {
        return breaks[at];
    }

    @Override
    public CharacterIterator getText() {
        return text;
    }
}
