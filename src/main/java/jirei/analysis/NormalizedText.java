package jirei.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.CharFilter;

/** A text with width and case folded, which knows from where in the text each of its characters comes. */
public final class NormalizedText {
    private static final int BUFFER = 1_024;

    private final String folded;
    private final CharFilter origins;

    private NormalizedText(String folded, CharFilter origins) {
        this.folded = folded;
        this.origins = origins;
    }

    /** {@code text} folded as the analyzers fold it. */
    public static NormalizedText of(String text) {
        CharFilter filter = JapaneseAnalyzers.folded(new StringReader(text));
        var folded = new StringBuilder(text.length());
        var buffer = new char[BUFFER];
        try {
            for (int read = filter.read(buffer, 0, BUFFER); read >= 0; read = filter.read(buffer, 0, BUFFER)) {
                folded.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NormalizedText(folded.toString(), filter);
    }

    /** The folded text. */
    public String text() {
        return folded;
    }

    /** Where in the text before folding the character at {@code offset} of the folded one comes from. */
    public int origin(int offset) {
        return origins.correctOffset(offset);
    }
}
