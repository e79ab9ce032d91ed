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
import jirei.analysis.WordEdges;
import jirei.engine.query.HighlightPattern;
import jirei.engine.query.TermPhrase;
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
 * Finds the matches of highlight patterns in displayed texts: terms by postings with offsets, characters by string
 * search, marked bigrams by their positions, readings by analyzing the text again if the document has all their bigrams.
 * Thread-safe if the reader is.
 */
final class MatchFinder {
    private static final Comparator<OffsetMatch> BY_OFFSET = Comparator.comparingInt(OffsetMatch::start)
            .thenComparingInt(OffsetMatch::end)
            .thenComparing(OffsetMatch::label);

    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    private final IndexReader reader;
    private final Analyzer analyzer;
    private final String termsField;
    private final String readingsField;
    private final String bigramsField;

    MatchFinder(IndexReader reader, Analyzer analyzer, Source source) {
        this.reader = reader;
        this.analyzer = analyzer;
        this.termsField = source.in(Analysis.SEARCH_MODE).luceneName();
        this.readingsField = source.in(Analysis.READING_BIGRAM).luceneName();
        this.bigramsField = source.in(Analysis.BIGRAM).luceneName();
    }

    /**
     * A match from {@code start} inclusive to {@code end} exclusive, in UTF-16 code units. Immutable.
     *
     * @param start the start offset
     * @param end the end offset
     * @param label the label of the pattern
     */
    record OffsetMatch(int start, int end, BytesRef label) {}

    /** A token of a text, with its offsets in the text or, for a bigram, in the code points of the folded text. */
    private record Token(int position, int start, int end) {}

    /** Creates the token of {@code term} at the current position of {@code postings}. */
    @FunctionalInterface
    private interface TokenReader {
        Token read(String term, PostingsEnum postings, int position) throws IOException;
    }

    /** The texts, each folded when it is first needed. */
    private static final class FoldedTexts {
        private final List<String> texts;
        private final NormalizedText[] folded;

        FoldedTexts(List<String> texts) {
            this.texts = texts;
            this.folded = new NormalizedText[texts.size()];
        }

        NormalizedText get(int i) {
            if (folded[i] == null) {
                folded[i] = NormalizedText.of(texts.get(i));
            }
            return folded[i];
        }

        /** Converts offsets in code points of text {@code i} as folded. */
        OffsetMatch corrected(int i, OffsetMatch match) {
            NormalizedText text = get(i);
            int start = text.text().offsetByCodePoints(0, match.start);
            int end = text.text().offsetByCodePoints(start, match.end - match.start);
            return new OffsetMatch(text.correctOffset(start), text.correctOffset(end), match.label);
        }
    }

    /**
     * Finds the matches of {@code patterns} in each of {@code texts}, sorted by offset.
     *
     * @param docs the doc ID of each text
     */
    List<List<OffsetMatch>> find(Set<HighlightPattern> patterns, int[] docs, List<String> texts) throws IOException {
        List<List<OffsetMatch>> found = IntStream.range(0, docs.length)
                .mapToObj(i -> (List<OffsetMatch>) new ArrayList<OffsetMatch>())
                .toList();
        var folded = new FoldedTexts(texts);
        findTerms(of(HighlightPattern.TermSequence.class, patterns), docs, found);
        List<HighlightPattern.Literal> literals = of(HighlightPattern.Literal.class, patterns);
        for (int i = 0; i < docs.length && !literals.isEmpty(); i++) {
            find(literals, folded.get(i), found.get(i));
        }
        List<HighlightPattern.Marked> marked = of(HighlightPattern.Marked.class, patterns);
        findMarked(marked.stream().filter(pattern -> !pattern.isReading()).toList(), docs, folded, found);
        findReadings(marked.stream().filter(HighlightPattern.Marked::isReading).toList(), docs, texts, found);
        return IntStream.range(0, docs.length)
                .mapToObj(i -> sorted(found.get(i), texts.get(i)))
                .toList();
    }

    /** A match inside the normalized text of a character highlights the whole character. */
    private static List<OffsetMatch> sorted(List<OffsetMatch> found, String text) {
        return found.stream()
                .filter(match -> match.start < text.length())
                .map(match ->
                        match.start < match.end ? match : new OffsetMatch(match.start, match.start + 1, match.label))
                .sorted(BY_OFFSET)
                .toList();
    }

    private static <M extends HighlightPattern> List<M> of(Class<M> kind, Set<HighlightPattern> patterns) {
        return patterns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void find(List<HighlightPattern.Literal> patterns, NormalizedText text, List<OffsetMatch> found) {
        for (HighlightPattern.Literal pattern : patterns) {
            String target = asIndexed(pattern.folded());
            String folded = target.indexOf(REPLACEMENT_CHARACTER) < 0 ? text.text() : asIndexed(text.text());
            BytesRef label = null;
            for (int index = folded.indexOf(target); index >= 0; index = folded.indexOf(target, index + 1)) {
                label = label == null ? new BytesRef(pattern.label()) : label;
                found.add(
                        new OffsetMatch(text.correctOffset(index), text.correctOffset(index + target.length()), label));
            }
        }
    }

    /** The index stores every unpaired surrogate as the replacement character. */
    private static String asIndexed(String text) {
        return new BytesRef(text).utf8ToString();
    }

    private void findTerms(List<HighlightPattern.TermSequence> patterns, int[] docs, List<List<OffsetMatch>> found)
            throws IOException {
        List<TermPhrase> phrases =
                patterns.stream().map(HighlightPattern.TermSequence::phrase).toList();
        List<Map<String, List<Token>>> tokens = tokens(
                termsField,
                phrases,
                docs,
                PostingsEnum.OFFSETS,
                (term, postings, position) -> new Token(position, postings.startOffset(), postings.endOffset()));
        for (HighlightPattern.TermSequence pattern : patterns) {
            var label = new BytesRef(pattern.label());
            for (int i = 0; i < docs.length; i++) {
                addSequences(pattern.phrase(), tokens.get(i), label, found.get(i));
            }
        }
    }

    /** Returns for each of {@code docs} the tokens of the terms of {@code phrases} that it has. */
    private List<Map<String, List<Token>>> tokens(
            String field, List<TermPhrase> phrases, int[] docs, int flags, TokenReader reader) throws IOException {
        Set<String> terms = new TreeSet<>();
        phrases.forEach(phrase -> terms.addAll(phrase.terms()));
        List<Map<String, List<Token>>> tokens = Stream.generate(
                        () -> (Map<String, List<Token>>) new HashMap<String, List<Token>>())
                .limit(docs.length)
                .toList();
        for (Postings postings : postings(field, terms, docs, flags)) {
            for (int i : postings.texts) {
                if (postings.advanceTo(docs[i])) {
                    List<Token> ofTerm = new ArrayList<>();
                    for (int remaining = postings.postings.freq(); remaining > 0; remaining--) {
                        ofTerm.add(reader.read(postings.term, postings.postings, postings.postings.nextPosition()));
                    }
                    tokens.get(i).put(postings.term, ofTerm);
                }
            }
        }
        return tokens;
    }

    /** The position of a bigram is the index of its first character in the folded text. */
    private static Token bigram(String term, int position) {
        int length = WordEdges.unmarked(term)
                .codePointCount(0, WordEdges.unmarked(term).length());
        return new Token(position, position, position + length);
    }

    /** Adds every occurrence of {@code phrase}. */
    private static void addSequences(
            TermPhrase phrase, Map<String, List<Token>> tokens, BytesRef label, List<OffsetMatch> found) {
        List<String> terms = phrase.terms();
        for (Token first : tokens.getOrDefault(terms.getFirst(), List.of())) {
            int end = first.end;
            for (int i = 1; i < terms.size() && end >= 0; i++) {
                int position = first.position + phrase.positions().get(i);
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

    private void findMarked(
            List<HighlightPattern.Marked> patterns, int[] docs, FoldedTexts texts, List<List<OffsetMatch>> found)
            throws IOException {
        List<Map<String, List<Token>>> tokens = bigrams(bigramsField, patterns, docs);
        for (HighlightPattern.Marked pattern : patterns) {
            var label = new BytesRef(pattern.label());
            for (int i = 0; i < docs.length; i++) {
                List<OffsetMatch> matches = new ArrayList<>();
                addSequences(pattern.phrase(), tokens.get(i), label, matches);
                for (OffsetMatch match : matches) {
                    found.get(i).add(texts.corrected(i, match));
                }
            }
        }
    }

    private List<Map<String, List<Token>>> bigrams(String field, List<HighlightPattern.Marked> patterns, int[] docs)
            throws IOException {
        return tokens(
                field,
                patterns.stream().map(HighlightPattern.Marked::phrase).toList(),
                docs,
                PostingsEnum.POSITIONS,
                (term, postings, position) -> bigram(term, position));
    }

    /** Analyzes the texts again that have all bigrams of a reading: positions of readings say nothing about offsets. */
    private void findReadings(
            List<HighlightPattern.Marked> patterns, int[] docs, List<String> texts, List<List<OffsetMatch>> found)
            throws IOException {
        List<Map<String, List<Token>>> present = bigrams(readingsField, patterns, docs);
        for (int i = 0; i < docs.length; i++) {
            Set<String> terms = present.get(i).keySet();
            List<HighlightPattern.Marked> inText = patterns.stream()
                    .filter(pattern -> terms.containsAll(pattern.phrase().terms()))
                    .toList();
            Map<String, List<Token>> tokens = inText.isEmpty() ? Map.of() : analyze(texts.get(i), readingsField);
            for (HighlightPattern.Marked pattern : inText) {
                addSequences(pattern.phrase(), tokens, new BytesRef(pattern.label()), found.get(i));
            }
        }
    }

    private Map<String, List<Token>> analyze(String text, String field) throws IOException {
        Map<String, List<Token>> tokens = new HashMap<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
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
        return tokens;
    }

    /**
     * The postings of a term in a segment.
     *
     * @param docBase the first doc ID of the segment
     * @param texts the indices of the texts in the segment, by increasing doc ID
     */
    private record Postings(String term, PostingsEnum postings, int docBase, List<Integer> texts) {
        boolean advanceTo(int doc) throws IOException {
            int target = doc - docBase;
            return postings.docID() == target || (postings.docID() < target && postings.advance(target) == target);
        }
    }

    private List<Postings> postings(String field, Collection<String> terms, int[] docs, int flags) throws IOException {
        List<Postings> all = new ArrayList<>();
        for (Map.Entry<LeafReaderContext, List<Integer>> leaf : bySegment(docs).entrySet()) {
            var fieldTerms = leaf.getKey().reader().terms(field);
            TermsEnum termsEnum = fieldTerms == null ? TermsEnum.EMPTY : fieldTerms.iterator();
            for (String term : terms) {
                if (termsEnum.seekExact(new BytesRef(term))) {
                    all.add(new Postings(
                            term, termsEnum.postings(null, flags), leaf.getKey().docBase, leaf.getValue()));
                }
            }
        }
        return all;
    }

    /** Groups the indices of {@code docs} by segment, by increasing doc ID. */
    private Map<LeafReaderContext, List<Integer>> bySegment(int[] docs) {
        Map<LeafReaderContext, List<Integer>> bySegment = new HashMap<>();
        IntStream.range(0, docs.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> docs[i]))
                .forEach(i -> bySegment
                        .computeIfAbsent(leaf(docs[i]), leaf -> new ArrayList<>())
                        .add(i));
        return bySegment;
    }

    private LeafReaderContext leaf(int doc) {
        return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    }
}
