package jirei.engine.highlight;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.highlight.MatchFinder.OffsetMatch;
import jirei.engine.query.HighlightPattern;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.search.MatchRange;
import jirei.search.Snippet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LabelledCharArrayMatcher;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.PhraseHelper;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.BytesRef;

/** Selects the passages with the most matches and merges overlapping ranges. Thread-safe if the reader is. */
final class SectionHighlighter {
    /** About two lines of a result, in UTF-16 code units. */
    private static final int SNIPPET_LENGTH = 90;

    private static final int MAX_SNIPPETS = 3;
    /** Snippets are taken from the beginning of a text, in UTF-16 code units: a page shows up to a hundred texts. */
    private static final int MAX_ANALYZED_CHARS = 100_000;

    private final MatchFinder finder;

    /** @param source the text or the heading */
    SectionHighlighter(IndexReader reader, Analyzer analyzer, Source source) {
        this.finder = new MatchFinder(reader, analyzer, source);
    }

    /**
     * Returns the best passages of each of {@code texts}, in text order; the beginning of a text without matches.
     *
     * @param docs the doc IDs of the texts
     */
    List<List<Snippet>> snippets(Map<HighlightPattern, Integer> patterns, int[] docs, List<String> texts)
            throws IOException {
        List<String> beginnings = texts.stream()
                .map(text -> text.substring(0, Math.min(text.length(), MAX_ANALYZED_CHARS)))
                .toList();
        List<List<OffsetMatch>> found = finder.find(patterns.keySet(), docs, texts);
        var formatter = SnippetFormatter.of(patterns);
        List<List<Snippet>> snippets = new ArrayList<>();
        for (int i = 0; i < beginnings.size(); i++) {
            snippets.add(snippets(beginnings.get(i), found.get(i), formatter));
        }
        return snippets;
    }

    /** Returns the beginning of {@code text} as the only snippet; none if it is empty. */
    static List<Snippet> beginning(String text) throws IOException {
        String analyzed = text.substring(0, Math.min(text.length(), MAX_ANALYZED_CHARS));
        return snippets(analyzed, List.of(), SnippetFormatter.of(Map.of()));
    }

    private static List<Snippet> snippets(String text, List<OffsetMatch> found, SnippetFormatter formatter)
            throws IOException {
        var sentences = new JapaneseSentenceBreakIterator();
        BreakIterator passages = LengthGoalBreakIterator.createMinLength(sentences, SNIPPET_LENGTH, 0.5f);
        return new PassageHighlighter(found, passages, formatter, MAX_SNIPPETS)
                .passages(text).stream()
                        .map(passage -> formatter.snippet(passage, text, sentences))
                        .toList();
    }

    /**
     * Returns the matches in each of {@code texts}, in order, without overlaps.
     *
     * @param docs the doc IDs of the texts
     */
    List<List<MatchRange>> matches(Map<HighlightPattern, Integer> patterns, int[] docs, List<String> texts)
            throws IOException {
        List<List<OffsetMatch>> found = finder.find(patterns.keySet(), docs, texts);
        var formatter = SnippetFormatter.of(patterns);
        List<List<MatchRange>> matches = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            matches.add(new PassageHighlighter(found.get(i), new WholeBreakIterator(), formatter, 1)
                    .passages(text).stream()
                            .flatMap(passage -> formatter.matches(passage, text, 0, text.length()).stream())
                            .toList());
        }
        return matches;
    }

    /** Lucene's passage selection, applied to precomputed matches. */
    private static final class PassageHighlighter extends FieldHighlighter {
        PassageHighlighter(List<OffsetMatch> found, BreakIterator breaks, SnippetFormatter formatter, int limit) {
            super(
                    "",
                    new PrecomputedOffsets(found),
                    breaks,
                    new PassageScorer(),
                    limit,
                    1,
                    formatter,
                    Comparator.comparingInt(Passage::getStartOffset));
        }

        /** The best passages in text order; the first one if none has a match, none if the text is empty. */
        List<Passage> passages(String text) throws IOException {
            if (text.isEmpty()) {
                return List.of();
            }
            breakIterator.setText(text);
            Passage[] passages = highlightOffsetsEnums(((PrecomputedOffsets) fieldOffsetStrategy).offsets());
            return List.of(passages.length == 0 ? getSummaryPassagesNoHighlight(maxNoHighlightPassages) : passages);
        }
    }

    private static final class PrecomputedOffsets extends FieldOffsetStrategy {
        private final List<OffsetMatch> found;

        PrecomputedOffsets(List<OffsetMatch> found) {
            super(new UHComponents(
                    "",
                    field -> true,
                    new MatchNoDocsQuery("matches are precomputed"),
                    new BytesRef[0],
                    PhraseHelper.NONE,
                    new LabelledCharArrayMatcher[0],
                    false,
                    Set.of()));
            this.found = found;
        }

        @Override
        public OffsetSource getOffsetSource() {
            return OffsetSource.ANALYSIS;
        }

        @Override
        public OffsetsEnum getOffsetsEnum(LeafReader reader, int doc, String content) {
            return offsets();
        }

        OffsetsEnum offsets() {
            return new MatchOffsetsEnum(found);
        }
    }

    private static final class MatchOffsetsEnum extends OffsetsEnum {
        private final List<OffsetMatch> found;
        private int index = -1;

        MatchOffsetsEnum(List<OffsetMatch> found) {
            this.found = found;
        }

        @Override
        public boolean nextPosition() {
            index++;
            return index < found.size();
        }

        @Override
        public int freq() {
            return 1;
        }

        @Override
        public BytesRef getTerm() {
            return found.get(index).label();
        }

        @Override
        public int startOffset() {
            return found.get(index).start();
        }

        @Override
        public int endOffset() {
            return found.get(index).end();
        }
    }

    /** Formats passages; each match has the word of its label. */
    private static final class SnippetFormatter extends PassageFormatter {
        private final Map<BytesRef, Integer> words;

        private SnippetFormatter(Map<BytesRef, Integer> words) {
            this.words = words;
        }

        static SnippetFormatter of(Map<HighlightPattern, Integer> patterns) {
            Map<BytesRef, Integer> words = new HashMap<>();
            patterns.forEach((pattern, word) -> words.putIfAbsent(new BytesRef(pattern.label()), word));
            return new SnippetFormatter(words);
        }

        @Override
        public Object format(Passage[] passages, String content) {
            throw new UnsupportedOperationException("passages are formatted one by one");
        }

        Snippet snippet(Passage passage, String content, BreakIterator sentences) {
            int start = passage.getStartOffset();
            int end = trimmedEnd(content, start, passage.getEndOffset());
            SnippetWindow window = end - start <= Snippet.MAX_LENGTH
                    ? SnippetWindow.whole(start, end)
                    : SnippetWindow.of(content, sentences, start, end, offsets(passage, content, end));
            int windowEnd = trimmedEnd(content, window.start(), window.end());
            String before = window.cutAtStart() ? Snippet.ELLIPSIS : "";
            String after = window.cutAtEnd() ? Snippet.ELLIPSIS : "";
            OneLine line = OneLine.of(content.substring(window.start(), windowEnd));
            return new Snippet(
                    before + line.text() + after,
                    matches(passage, content, window.start(), windowEnd).stream()
                            .map(match -> line.moved(match, before.length()))
                            .toList(),
                    window.start() > 0,
                    windowEnd < content.stripTrailing().length());
        }

        private static int trimmedEnd(String content, int start, int end) {
            int trimmed = end;
            while (trimmed > start && content.charAt(trimmed - 1) == '\n') {
                trimmed--;
            }
            return trimmed;
        }

        private static List<OffsetMatch> offsets(Passage passage, String content, int end) {
            List<OffsetMatch> offsets = new ArrayList<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                MatchRange match =
                        MatchRange.ofGraphemes(content, passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                offsets.add(new OffsetMatch(match.start(), Math.min(match.end(), end), passage.getMatchTerms()[i]));
            }
            return offsets;
        }

        /** Returns the matches of {@code passage} between {@code start} and {@code end}, with offsets from {@code start}. */
        List<MatchRange> matches(Passage passage, String content, int start, int end) {
            List<MatchRange> matches = new ArrayList<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int word = words.getOrDefault(passage.getMatchTerms()[i], 0);
                MatchRange match =
                        MatchRange.ofGraphemes(content, passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                MatchRange.between(List.of(match.ofWord(word)), start, end)
                        .forEach(inside -> MatchRange.add(matches, inside));
            }
            return matches;
        }
    }
}
