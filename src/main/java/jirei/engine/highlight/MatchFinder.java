package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.analysis.NormalizedText;
import jirei.engine.query.HighlightPattern;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Finds where marks stand in texts that are shown: words by the index, characters in the text itself, readings by reading it again,
 * where all their pairs are there at all.
 */
final class MatchFinder {
    private static final Comparator<OffsetMatch> IN_ORDER = Comparator.comparingInt(OffsetMatch::start)
            .thenComparingInt(OffsetMatch::end)
            .thenComparing(OffsetMatch::label);

    private static final char HALF = '\uFFFD';

    private final IndexReader reader;
    private final Analyzer analyzer;
    private final String words;
    private final String readings;

    MatchFinder(IndexReader reader, Analyzer analyzer, Source part) {
        this.reader = reader;
        this.analyzer = analyzer;
        this.words = part.in(Analysis.SEARCH_MODE).luceneName();
        this.readings = part.in(Analysis.READING_BIGRAM).luceneName();
    }

    /** A mark at {@code start} to {@code end} of a text, known by {@code label}. */
    record OffsetMatch(int start, int end, BytesRef label) {}

    /** A token of a text. */
    private record Token(int position, int start, int end) {}

    /** What of {@code marks} stands in each of {@code texts}, the texts of {@code docs}, in order. */
    List<List<OffsetMatch>> find(Set<HighlightPattern> marks, int[] docs, List<String> texts) throws IOException {
        List<List<OffsetMatch>> found = IntStream.range(0, docs.length)
                .mapToObj(i -> (List<OffsetMatch>) new ArrayList<OffsetMatch>())
                .toList();
        List<HighlightPattern.TermSequence> inWords = of(HighlightPattern.TermSequence.class, marks);
        if (!inWords.isEmpty()) {
            findWords(inWords, docs, found);
        }
        List<HighlightPattern.Literal> characters = of(HighlightPattern.Literal.class, marks);
        for (int i = 0; i < docs.length && !characters.isEmpty(); i++) {
            find(characters, NormalizedText.of(texts.get(i)), found.get(i));
        }
        for (HighlightPattern.Reading reading : of(HighlightPattern.Reading.class, marks)) {
            findReading(reading, docs, texts, found);
        }
        return IntStream.range(0, docs.length)
                .mapToObj(i -> inOrder(found.get(i), texts.get(i)))
                .toList();
    }

    /** Something that matches in a part of what one letter is folded to stands in the whole letter. */
    private static List<OffsetMatch> inOrder(List<OffsetMatch> found, String text) {
        return found.stream()
                .filter(one -> one.start < text.length())
                .map(one -> one.start < one.end ? one : new OffsetMatch(one.start, one.start + 1, one.label))
                .sorted(IN_ORDER)
                .toList();
    }

    private static <M extends HighlightPattern> List<M> of(Class<M> kind, Set<HighlightPattern> marks) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void find(List<HighlightPattern.Literal> marks, NormalizedText text, List<OffsetMatch> found) {
        for (HighlightPattern.Literal mark : marks) {
            String wanted = asIndexed(mark.folded());
            String folded = wanted.indexOf(HALF) < 0 ? text.text() : asIndexed(text.text());
            BytesRef label = null;
            for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
                label = label == null ? new BytesRef(mark.label()) : label;
                found.add(new OffsetMatch(text.correctOffset(at), text.correctOffset(at + wanted.length()), label));
            }
        }
    }

    /** The index holds all halves of characters as the same sign. */
    private static String asIndexed(String text) {
        return new BytesRef(text).utf8ToString();
    }

    private void findWords(List<HighlightPattern.TermSequence> marks, int[] docs, List<List<OffsetMatch>> found)
            throws IOException {
        Set<String> terms = new TreeSet<>();
        marks.forEach(mark -> terms.addAll(mark.terms()));
        List<Map<String, List<Token>>> tokens = Stream.generate(
                        () -> (Map<String, List<Token>>) new HashMap<String, List<Token>>())
                .limit(docs.length)
                .toList();
        for (Postings postings : postings(words, terms, docs, PostingsEnum.OFFSETS)) {
            for (int i : postings.texts) {
                if (postings.isAt(docs[i])) {
                    tokens.get(i).put(postings.term, tokens(postings.postings));
                }
            }
        }
        for (HighlightPattern.TermSequence mark : marks) {
            var label = new BytesRef(mark.label());
            for (int i = 0; i < docs.length; i++) {
                addRuns(mark.terms(), tokens.get(i), label, found.get(i));
            }
        }
    }

    private static List<Token> tokens(PostingsEnum postings) throws IOException {
        List<Token> tokens = new ArrayList<>();
        for (int left = postings.freq(); left > 0; left--) {
            tokens.add(new Token(postings.nextPosition(), postings.startOffset(), postings.endOffset()));
        }
        return tokens;
    }

    /** Adds every place where {@code terms} stand in a row. */
    private static void addRuns(
            List<String> terms, Map<String, List<Token>> tokens, BytesRef label, List<OffsetMatch> found) {
        for (Token first : tokens.getOrDefault(terms.getFirst(), List.of())) {
            int end = first.end;
            for (int i = 1; i < terms.size() && end >= 0; i++) {
                int position = first.position + i;
                end = tokens.getOrDefault(terms.get(i), List.of()).stream()
                        .filter(token -> token.position == position)
                        .findFirst()
                        .map(Token::end)
                        .orElse(-1);
            }
            if (end >= 0) {
                found.add(new OffsetMatch(first.start, end, label));
            }
        }
    }

    private void findReading(
            HighlightPattern.Reading mark, int[] docs, List<String> texts, List<List<OffsetMatch>> found)
            throws IOException {
        Set<String> pairs = new TreeSet<>(mark.pairs());
        var has = new int[docs.length];
        for (Postings postings : postings(readings, pairs, docs, PostingsEnum.NONE)) {
            for (int i : postings.texts) {
                has[i] += postings.isAt(docs[i]) ? 1 : 0;
            }
        }
        for (int i = 0; i < docs.length; i++) {
            if (has[i] == pairs.size()) {
                findReading(mark, texts.get(i), found.get(i));
            }
        }
    }

    private void findReading(HighlightPattern.Reading mark, String text, List<OffsetMatch> found) throws IOException {
        Map<String, List<Token>> tokens = new HashMap<>();
        try (TokenStream stream = analyzer.tokenStream(readings, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.computeIfAbsent(term.toString(), pair -> new ArrayList<>())
                        .add(new Token(position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        addRuns(mark.pairs(), tokens, new BytesRef(mark.label()), found);
    }

    /** The postings of {@code term} in a segment, which is asked for the documents of {@code texts}, in their order. */
    private record Postings(String term, PostingsEnum postings, int base, List<Integer> texts) {
        boolean isAt(int doc) throws IOException {
            int wanted = doc - base;
            return postings.docID() == wanted || (postings.docID() < wanted && postings.advance(wanted) == wanted);
        }
    }

    private List<Postings> postings(String field, Collection<String> terms, int[] docs, int what) throws IOException {
        List<Postings> all = new ArrayList<>();
        for (Map.Entry<LeafReaderContext, List<Integer>> leaf : byLeaf(docs).entrySet()) {
            var inField = leaf.getKey().reader().terms(field);
            TermsEnum known = inField == null ? TermsEnum.EMPTY : inField.iterator();
            for (String term : terms) {
                if (known.seekExact(new BytesRef(term))) {
                    all.add(new Postings(term, known.postings(null, what), leaf.getKey().docBase, leaf.getValue()));
                }
            }
        }
        return all;
    }

    /** For each segment which of {@code docs} it has, by their places, in the order of documents. */
    private Map<LeafReaderContext, List<Integer>> byLeaf(int[] docs) {
        Map<LeafReaderContext, List<Integer>> byLeaf = new HashMap<>();
        IntStream.range(0, docs.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> docs[i]))
                .forEach(i -> byLeaf.computeIfAbsent(leaf(docs[i]), leaf -> new ArrayList<>())
                        .add(i));
        return byLeaf;
    }

    private LeafReaderContext leaf(int doc) {
        return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    }
}
