package jirei.engine.highlight;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<List<Snippet>> snippets(Set<HighlightPattern> patterns, int[] docs, List<String> texts) throws IOException {
        List<String> beginnings = texts.stream()
                .map(text -> text.substring(0, Math.min(text.length(), MAX_ANALYZED_CHARS)))
                .toList();
        return passages(finder.find(patterns, docs, texts), beginnings, sentences(), MAX_SNIPPETS);
    }

    /** Returns the beginning of {@code text} as the only snippet; none if it is empty. */
    static List<Snippet> beginning(String text) throws IOException {
        String analyzed = text.substring(0, Math.min(text.length(), MAX_ANALYZED_CHARS));
        return new PassageHighlighter(List.of(), sentences(), MAX_SNIPPETS).highlight(analyzed);
    }

    private static BreakIterator sentences() {
        return LengthGoalBreakIterator.createMinLength(new JapaneseSentenceBreakIterator(), SNIPPET_LENGTH, 0.5f);
    }

    /**
     * Returns the matches in each of {@code texts}, in order, without overlaps.
     *
     * @param docs the doc IDs of the texts
     */
    List<List<MatchRange>> matches(Set<HighlightPattern> patterns, int[] docs, List<String> texts) throws IOException {
        return passages(finder.find(patterns, docs, texts), texts, new WholeBreakIterator(), 1).stream()
                .map(passages -> passages.isEmpty()
                        ? List.<MatchRange>of()
                        : passages.getFirst().matches())
                .toList();
    }

    private static List<List<Snippet>> passages(
            List<List<OffsetMatch>> found, List<String> texts, BreakIterator breaks, int limit) throws IOException {
        List<List<Snippet>> passages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            passages.add(new PassageHighlighter(found.get(i), breaks, limit).highlight(texts.get(i)));
        }
        return passages;
    }

    /** Lucene's passage selection, applied to precomputed matches. */
    private static final class PassageHighlighter extends FieldHighlighter {
        PassageHighlighter(List<OffsetMatch> found, BreakIterator breaks, int limit) {
            super(
                    "",
                    new PrecomputedOffsets(found),
                    breaks,
                    new PassageScorer(),
                    limit,
                    1,
                    new SnippetFormatter(),
                    Comparator.comparingInt(Passage::getStartOffset));
        }

        List<Snippet> highlight(String text) throws IOException {
            if (text.isEmpty()) {
                return List.of();
            }
            breakIterator.setText(text);
            Passage[] passages = highlightOffsetsEnums(((PrecomputedOffsets) fieldOffsetStrategy).offsets());
            return SnippetFormatter.snippets(
                    passages.length == 0 ? getSummaryPassagesNoHighlight(maxNoHighlightPassages) : passages, text);
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

    private static final class SnippetFormatter extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            return snippets(passages, content);
        }

        static List<Snippet> snippets(Passage[] passages, String content) {
            List<Snippet> snippets = new ArrayList<>();
            for (Passage passage : passages) {
                snippets.add(snippet(passage, content));
            }
            return snippets;
        }

        private static Snippet snippet(Passage passage, String content) {
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            while (end > start && content.charAt(end - 1) == '\n') {
                end--;
            }
            List<MatchRange> matches = new ArrayList<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(passage.getMatchStarts()[i], start);
                int to = Math.min(passage.getMatchEnds()[i], end);
                add(matches, MatchRange.ofGraphemes(content, from, to), start, end);
            }
            String text = content.substring(start, end).replace('\n', ' ');
            return new Snippet(
                    text, matches, start > 0, end < content.stripTrailing().length());
        }

        /**
         * Adds {@code match} clipped to the passage, and merges it with the previous match if they touch; matches must
         * be sorted by start offset.
         */
        private static void add(List<MatchRange> matches, MatchRange match, int from, int to) {
            int start = Math.max(match.start(), from) - from;
            int end = Math.min(match.end(), to) - from;
            if (start >= end) {
                return;
            }
            if (!matches.isEmpty() && start <= matches.getLast().end()) {
                MatchRange last = matches.removeLast();
                matches.add(new MatchRange(last.start(), Math.max(last.end(), end)));
            } else {
                matches.add(new MatchRange(start, end));
            }
        }
    }
}
