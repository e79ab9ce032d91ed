package jirei.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.CharFilter;

/** A text with width and case folded, with offsets into the original text. Immutable. */
public final class NormalizedText {
    private static final int BUFFER_SIZE = 1_024;

    private final String folded;
    private final CharFilter filter;

    private NormalizedText(String folded, CharFilter filter) {
        this.folded = folded;
        this.filter = filter;
    }

    /** Folds {@code text} as {@link JapaneseAnalyzers#foldWidthAndCase} does. */
    public static NormalizedText of(String text) {
        CharFilter filter = JapaneseAnalyzers.foldWidthAndCase(new StringReader(text));
        var folded = new StringBuilder(text.length());
        var buffer = new char[BUFFER_SIZE];
        try {
            for (int read = filter.read(buffer, 0, BUFFER_SIZE);
                    read >= 0;
                    read = filter.read(buffer, 0, BUFFER_SIZE)) {
                folded.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NormalizedText(folded.toString(), filter);
    }

    /** Returns the folded text. */
    public String text() {
        return folded;
    }

    /** Returns the offset in the original text for an offset in the folded text, both in UTF-16 code units from 0. */
    public int correctOffset(int offset) {
        return filter.correctOffset(offset);
    }
}
