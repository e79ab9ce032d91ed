package jirei.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/**
 * Terms written as a text that an analyzer of any OpenSearch takes apart again: the terms of one position between two separators, a
 * sign where a position has none. What separates are control characters that no text has and that JSON writes as they are.
 */
final class PretokenizedText {
    /** Stands behind each position. */
    static final char POSITION = '\u007F';
    /** Stands between terms of one position. */
    static final char BESIDE = '\u0080';
    /** Stands in a position without a term. */
    static final char GAP = '\u0081';
    /** Stands before one of these signs where it is a part of a term, which is then written as a letter. */
    private static final char ESCAPE = '\u0082';

    private static final String LETTERS = "abcd";
    private static final char NO_CHARACTER = '\uFFFD';

    private PretokenizedText() {}

    /** The terms into which {@code analyzer} cuts the text of {@code field}. */
    static String of(IndexableField field, Analyzer analyzer) {
        boolean hasPositions = field.fieldType().indexOptions().compareTo(IndexOptions.DOCS_AND_FREQS) > 0;
        var written = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream(field.name(), field.stringValue())) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int positions = increment.getPositionIncrement();
                if (positions == 0 && !IndexMapping.mayHaveBeside(field.name())) {
                    throw new IllegalStateException(field.name() + " has terms in one position: " + written);
                }
                separate(written, hasPositions ? positions : Math.min(positions, 1));
                written.append(term(term.toString()));
            }
            stream.end();
            return written.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void separate(StringBuilder written, int increment) {
        if (increment == 0) {
            written.append(BESIDE);
            return;
        }
        if (!written.isEmpty()) {
            written.append(POSITION);
        }
        for (int gap = 1; gap < increment; gap++) {
            written.append(GAP).append(POSITION);
        }
    }

    /** Terms of positions that follow each other. */
    static String of(Collection<String> terms) {
        return terms.stream().map(PretokenizedText::term).collect(Collectors.joining(String.valueOf(POSITION)));
    }

    /** One term as the index has it. */
    static String term(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (isSign(term.charAt(i))) {
                return text(escaped(term));
            }
        }
        return text(term);
    }

    private static boolean isSign(char c) {
        return c >= POSITION && c <= ESCAPE;
    }

    private static String escaped(String term) {
        var escaped = new StringBuilder();
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (isSign(c)) {
                escaped.append(ESCAPE).append(LETTERS.charAt(c - POSITION));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** {@code text} without halves of characters, which UTF-8 can't write: what Lucene makes of them. */
    static String text(String text) {
        if (!hasSurrogates(text)) {
            return text;
        }
        var whole = new StringBuilder(text);
        for (int i = 0; i < whole.length(); i++) {
            boolean paired = Character.isHighSurrogate(whole.charAt(i))
                    && i + 1 < whole.length()
                    && Character.isLowSurrogate(whole.charAt(i + 1));
            if (paired) {
                i++;
            } else if (Character.isSurrogate(whole.charAt(i))) {
                whole.setCharAt(i, NO_CHARACTER);
            }
        }
        return whole.toString();
    }

    /** Without a stream, since it is asked for each term. */
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
