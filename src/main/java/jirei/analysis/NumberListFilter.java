package jirei.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Completes the numbers of a list: 平成28、29年度 also contains 28年度 and 平成29. At the position of each separator it emits the
 * word before the first number and the counter after the last one.
 */
final class NumberListFilter extends TokenFilter {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern SEPARATOR = Pattern.compile("[、,・~]");
    private static final Pattern PREFIX = Pattern.compile("第|明治|大正|昭和|平成|令和|午前|午後");
    private static final int MAX_TOKENS = 41;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private final ArrayDeque<AttributeSource.State> pending = new ArrayDeque<>();
    private AttributeSource.@Nullable State prefix;

    NumberListFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            restoreState(pending.poll());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!is(NUMBER)) {
            prefix = is(PREFIX) ? captureState() : null;
            return true;
        }
        readList();
        restoreState(pending.poll());
        return true;
    }

    private boolean is(Pattern pattern) {
        return pattern.matcher(term).matches();
    }

    /** Queues the list that begins with the current number, and the token behind it. */
    private void readList() throws IOException {
        List<AttributeSource.State> tokens = new ArrayList<>(List.of(captureState()));
        boolean isNumber = true;
        boolean hasNext = input.incrementToken();
        while (hasNext && tokens.size() < MAX_TOKENS && is(isNumber ? SEPARATOR : NUMBER)) {
            tokens.add(captureState());
            isNumber = !isNumber;
            hasNext = input.incrementToken();
        }
        AttributeSource.State behind = hasNext ? captureState() : null;
        boolean isCounter = hasNext && isNumber && increment.getPositionIncrement() == 1 && !is(SEPARATOR);
        int end = offset.endOffset();
        for (int i = 0; i < tokens.size(); i++) {
            pending.add(tokens.get(i));
            if (isNumber && i % 2 == 1) {
                restoreState(tokens.get(i));
                int start = offset.startOffset();
                int separatorEnd = offset.endOffset();
                if (isCounter) {
                    addAt(start, end, behind);
                }
                addAt(start, separatorEnd, prefix);
            }
        }
        if (behind != null) {
            pending.add(behind);
            restoreState(behind);
        }
        prefix = behind != null && is(PREFIX) ? behind : null;
    }

    private void addAt(int start, int end, AttributeSource.@Nullable State word) {
        if (word != null) {
            restoreState(word);
            offset.setOffset(start, end);
            increment.setPositionIncrement(0);
            length.setPositionLength(1);
            pending.add(captureState());
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        prefix = null;
    }
}
