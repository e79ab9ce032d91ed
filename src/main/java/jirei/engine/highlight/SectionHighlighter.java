package jirei.engine.highlight;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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

/** Chooses the pieces of a text in which the most matches, and lays all that matches over it, merged. */
public final class SectionHighlighter {
    /** About as much as two lines of a result show, in UTF-16 code units. */
    private static final int SNIPPET_LENGTH = 90;

    private static final int MAX_SNIPPETS = 3;
    /** How far into a text snippets are looked for, in UTF-16 code units: a page shows up to a hundred texts. */
    private static final int MAX_ANALYZED_CHARS = 100_000;

    private final MatchFinder finder;

    public SectionHighlighter(IndexReader reader, Analyzer analyzer, Source part) {
        this.finder = new MatchFinder(reader, analyzer, part);
    }

    /**
     * The best pieces of each of {@code texts}, in their order in the text; its beginning where nothing matches.
     *
     * @param docs the documents of the texts
     */
    List<List<Snippet>> snippets(Set<HighlightPattern> marks, int[] docs, List<String> texts) throws IOException {
        Supplier<BreakIterator> breaks = () ->
                LengthGoalBreakIterator.createMinLength(new JapaneseSentenceBreakIterator(), SNIPPET_LENGTH, 0.5f);
        List<String> beginnings = texts.stream()
                .map(text -> text.substring(0, Math.min(text.length(), MAX_ANALYZED_CHARS)))
                .toList();
        return pieces(finder.find(marks, docs, texts), beginnings, breaks.get(), MAX_SNIPPETS);
    }

    /**
     * What matches in each of {@code texts}, in order, without overlap.
     *
     * @param docs the documents of the texts
     */
    List<List<MatchRange>> matches(Set<HighlightPattern> marks, int[] docs, List<String> texts) throws IOException {
        return pieces(finder.find(marks, docs, texts), texts, new WholeBreakIterator(), 1).stream()
                .map(pieces -> pieces.isEmpty()
                        ? List.<MatchRange>of()
                        : pieces.getFirst().matches())
                .toList();
    }

    private static List<List<Snippet>> pieces(
            List<List<OffsetMatch>> found, List<String> texts, BreakIterator breaks, int limit) throws IOException {
        List<List<Snippet>> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            var marker = new Marker(found.get(i), breaks, limit);
            pieces.add(marker.mark(texts.get(i)));
        }
        return pieces;
    }

    /** Lucene's choice of pieces, by matches that were found otherwise. */
    private static final class Marker extends FieldHighlighter {
        Marker(List<OffsetMatch> found, BreakIterator breaks, int limit) {
            super(
                    "",
                    new Given(found),
                    breaks,
                    new PassageScorer(),
                    limit,
                    1,
                    new AsSnippets(),
                    Comparator.comparingInt(Passage::getStartOffset));
        }

        List<Snippet> mark(String text) throws IOException {
            if (text.isEmpty()) {
                return List.of();
            }
            breakIterator.setText(text);
            Passage[] passages = highlightOffsetsEnums(((Given) fieldOffsetStrategy).offsets());
            return AsSnippets.snippets(
                    passages.length == 0 ? getSummaryPassagesNoHighlight(maxNoHighlightPassages) : passages, text);
        }
    }

    private static final class Given extends FieldOffsetStrategy {
        private final List<OffsetMatch> found;

        Given(List<OffsetMatch> found) {
            super(new UHComponents(
                    "",
                    field -> true,
                    new MatchNoDocsQuery("what matches is found otherwise"),
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
            return new FoundOffsets(found);
        }
    }

    private static final class FoundOffsets extends OffsetsEnum {
        private final List<OffsetMatch> found;
        private int at = -1;

        FoundOffsets(List<OffsetMatch> found) {
            this.found = found;
        }

        @Override
        public boolean nextPosition() {
            at++;
            return at < found.size();
        }

        @Override
        public int freq() {
            return 1;
        }

        @Override
        public BytesRef getTerm() {
            return found.get(at).label();
        }

        @Override
        public int startOffset() {
            return found.get(at).start();
        }

        @Override
        public int endOffset() {
            return found.get(at).end();
        }
    }

    private static final class AsSnippets extends PassageFormatter {
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

        /** Adds what lies between {@code from} and {@code to}, joined with the last match where they touch; matches come in the order of their beginnings. */
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
