package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jirei.lucene.TextField.Part;
import jirei.lucene.TextField.Terms;
import jirei.search.Match;
import jirei.search.Snippet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Finds what matches in the heading or text of sections, by offsets that the index holds. Matches of words, of pairs of
 * characters and of single characters are laid over the same text and merged.
 */
final class Highlighting {
    /** About as much as two lines of a result show, in UTF-16 code units. */
    private static final int SNIPPET_LENGTH = 90;

    private static final int MOST_SNIPPETS = 3;
    /** How far into a text snippets are looked for, in UTF-16 code units: a page shows up to a hundred texts. */
    private static final int DEEPEST_SNIPPET = 100_000;

    private final Part part;
    private final Marker snippets;
    private final Marker whole;

    Highlighting(IndexSearcher searcher, Analyzer analyzer, Part part) {
        this.part = part;
        UnifiedHighlighter.Builder builder = UnifiedHighlighter.builder(searcher, analyzer)
                .withMaskedFieldsFunc(field -> Set.of(
                        part.in(Terms.BIGRAMS).luceneName(),
                        part.in(Terms.CHARACTERS).luceneName(),
                        part.in(Terms.READINGS).luceneName()))
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(1)
                .withFormatter(new AsSnippets());
        whole = new Marker(builder.withBreakIterator(WholeBreakIterator::new));
        snippets = new Marker(builder.withMaxLength(DEEPEST_SNIPPET)
                .withBreakIterator(
                        () -> LengthGoalBreakIterator.createMinLength(new SentenceBreaks(), SNIPPET_LENGTH, 0.5f)));
    }

    /** The best pieces of each document in {@code docs}, in their order in the text; its beginning where nothing matches. */
    List<List<Snippet>> snippets(Query marks, int[] docs) throws IOException {
        return snippets.mark(part, marks, docs, MOST_SNIPPETS);
    }

    /** What matches in each document in {@code docs}, in order, without overlap. */
    List<List<Match>> matches(Query marks, int[] docs) throws IOException {
        return whole.mark(part, marks, docs, 1).stream()
                .map(pieces ->
                        pieces.isEmpty() ? List.<Match>of() : pieces.getFirst().matches())
                .toList();
    }

    private static final class Marker extends UnifiedHighlighter {
        Marker(Builder builder) {
            super(builder);
        }

        List<List<Snippet>> mark(Part part, Query marks, int[] docs, int most) throws IOException {
            String field = part.in(Terms.WORDS).luceneName();
            Object[] marked =
                    Objects.requireNonNull(highlightFieldsAsObjects(new String[] {field}, marks, docs, new int[] {most})
                            .get(field));
            List<List<Snippet>> snippets = new ArrayList<>();
            for (Object pieces : marked) {
                snippets.add(pieces instanceof Pieces(List<Snippet> found) ? found : List.of());
            }
            return snippets;
        }
    }

    private record Pieces(List<Snippet> snippets) {}

    private static final class AsSnippets extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Snippet> snippets = new ArrayList<>();
            for (Passage passage : passages) {
                snippets.add(snippet(passage, content));
            }
            return new Pieces(snippets);
        }

        private static Snippet snippet(Passage passage, String content) {
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            while (end > start && content.charAt(end - 1) == '\n') {
                end--;
            }
            List<Match> matches = new ArrayList<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(passage.getMatchStarts()[i], start);
                int to = Math.min(passage.getMatchEnds()[i], end);
                add(matches, Match.ofLetters(content, from, to), start, end);
            }
            String text = content.substring(start, end).replace('\n', ' ');
            return new Snippet(
                    text, matches, start > 0, end < content.stripTrailing().length());
        }

        /** Adds what lies between {@code from} and {@code to}, joined with the last match where they touch; matches come in the order of their beginnings. */
        private static void add(List<Match> matches, Match match, int from, int to) {
            int start = Math.max(match.start(), from) - from;
            int end = Math.min(match.end(), to) - from;
            if (start >= end) {
                return;
            }
            if (!matches.isEmpty() && start <= matches.getLast().end()) {
                Match last = matches.removeLast();
                matches.add(new Match(last.start(), Math.max(last.end(), end)));
            } else {
                matches.add(new Match(start, end));
            }
        }
    }
}
