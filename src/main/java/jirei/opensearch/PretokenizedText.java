package jirei.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/**
 * Encodes analyzed terms as a text that a simple analyzer of any OpenSearch cluster splits again: the terms of each
 * position between two separators, and a placeholder for a position without a term. The separators are control
 * characters, which do not occur in texts and which JSON needs not escape. Stateless.
 */
final class PretokenizedText {
    /** Separates positions. */
    static final char POSITION = '\u007F';
    /** Separates the terms of one position. */
    static final char STACKED = '\u0080';
    /** Placeholder for a position without a term. */
    static final char GAP = '\u0081';
    /** Precedes a letter that encodes one of these control characters within a term. */
    private static final char ESCAPE = '\u0082';

    private static final String ESCAPED_LETTERS = "abcd";
    private static final char REPLACEMENT = '\uFFFD';

    private PretokenizedText() {}

    /**
     * Encodes the terms that {@code analyzer} produces for the text of {@code field}.
     *
     * @throws IllegalStateException if the field has stacked terms but its mapping does not allow them
     */
    static String of(IndexableField field, Analyzer analyzer) {
        boolean hasPositions = field.fieldType().indexOptions().compareTo(IndexOptions.DOCS_AND_FREQS) > 0;
        var text = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream(field.name(), field.stringValue())) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int positions = increment.getPositionIncrement();
                if (positions == 0 && !IndexMapping.mayHaveStackedTerms(field.name())) {
                    throw new IllegalStateException(field.name() + " has terms in one position: " + text);
                }
                separate(text, hasPositions ? positions : Math.min(positions, 1));
                text.append(term(term.toString()));
            }
            stream.end();
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void separate(StringBuilder text, int increment) {
        if (increment == 0) {
            text.append(STACKED);
            return;
        }
        if (!text.isEmpty()) {
            text.append(POSITION);
        }
        for (int gap = 1; gap < increment; gap++) {
            text.append(GAP).append(POSITION);
        }
    }

    /**
     * Encodes terms of a phrase.
     *
     * @param positions the position of each term, increasing
     */
    static String of(List<String> terms, int[] positions) {
        var text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            separate(text, i == 0 ? 1 : positions[i] - positions[i - 1]);
            text.append(term(terms.get(i)));
        }
        return text.toString();
    }

    /** Encodes a single term. */
    static String term(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (isControl(term.charAt(i))) {
                return text(escape(term));
            }
        }
        return text(term);
    }

    private static boolean isControl(char c) {
        return c >= POSITION && c <= ESCAPE;
    }

    private static String escape(String term) {
        var escape = new StringBuilder();
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (isControl(c)) {
                escape.append(ESCAPE).append(ESCAPED_LETTERS.charAt(c - POSITION));
            } else {
                escape.append(c);
            }
        }
        return escape.toString();
    }

    /** Replaces unpaired surrogates, which UTF-8 cannot encode, as Lucene does. */
    static String text(String text) {
        if (!hasSurrogates(text)) {
            return text;
        }
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            boolean paired = Character.isHighSurrogate(result.charAt(i))
                    && i + 1 < result.length()
                    && Character.isLowSurrogate(result.charAt(i + 1));
            if (paired) {
                i++;
            } else if (Character.isSurrogate(result.charAt(i))) {
                result.setCharAt(i, REPLACEMENT);
            }
        }
        return result.toString();
    }

    /** A loop rather than a stream, since this runs for each term. */
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
