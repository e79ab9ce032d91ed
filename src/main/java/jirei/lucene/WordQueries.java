package jirei.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.lucene.Segment.Alternative;
import jirei.lucene.TextField.Part;
import jirei.lucene.TextField.Terms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Every way in which one word of a query can match a section: what lets a section through, what orders it, what is marked. */
final class WordQueries {
    private final QueryLexicon lexicon;
    private final Weights weights;

    WordQueries(QueryLexicon lexicon, Weights weights) {
        this.lexicon = lexicon;
        this.weights = weights;
    }

    /**
     * Sections with every piece of the word or what may stand for it, with its very characters, or with its reading. A sentence
     * is met by any of its pieces: how many they are is for the score.
     */
    Query gate(String word, Set<Part> parts) {
        List<Query> ways = new ArrayList<>();
        List<Query> pieces =
                telling(word).stream().map(piece -> pieceGate(piece, parts)).toList();
        if (lexicon.isSentence(word)) {
            ways.add(anyOf(pieces));
        } else if (!pieces.isEmpty()) {
            ways.add(allOf(pieces));
        }
        ways.add(asWritten(word, parts));
        lexicon.reading(word).ifPresent(reading -> ways.add(read(reading, parts)));
        return anyOf(ways);
    }

    /** A gate for each piece of the word. */
    List<Query> pieceGates(String word, Set<Part> parts) {
        return lexicon.segments(word).stream()
                .map(segment -> pieceGate(segment, parts))
                .toList();
    }

    private Query pieceGate(Segment segment, Set<Part> parts) {
        List<Query> ways = new ArrayList<>();
        ways.add(allOf(segment.terms().stream()
                .map(term -> anyOf(parts.stream()
                        .map(part -> term(part, Terms.WORDS, term))
                        .toList()))
                .toList()));
        for (Alternative alternative : segment.alternatives()) {
            ways.add(alternative(alternative, parts));
        }
        return anyOf(ways);
    }

    /** The alternative as a phrase of its terms, so that spelling variants of it match too, or by its very characters. */
    Query alternative(Alternative alternative, Set<Part> parts) {
        List<Query> ways = new ArrayList<>();
        String[] terms = lexicon.segments(alternative.text()).stream()
                .flatMap(segment -> segment.terms().stream())
                .toArray(String[]::new);
        for (Part part : parts) {
            if (terms.length > 0) {
                ways.add(phrase(part, Terms.WORDS, terms));
            }
        }
        ways.add(exact(alternative.text(), parts));
        return anyOf(ways);
    }

    /** What orders the sections that match: a sum over all ways and parts. */
    List<Query> scores(String word, Set<Part> parts) {
        boolean sentence = lexicon.isSentence(word);
        List<Segment> segments = lexicon.segments(word);
        List<ScoredTerm> terms = lexicon.scored(word, weights);
        List<Query> scores = new ArrayList<>();
        for (Segment piece : telling(word)) {
            scores.add(new BoostQuery(new ConstantScoreQuery(pieceGate(piece, parts)), weights.together()));
        }
        for (Part part : parts) {
            float weight = weights.of(part);
            terms.stream()
                    .filter(term -> term.isFor(part))
                    .forEach(term -> scores.add(new BoostQuery(term.in(part), weight * term.weight())));
            if (!sentence) {
                scores.add(new BoostQuery(asWritten(word, Set.of(part)), weight * weights.exact()));
            }
            for (Segment segment : segments) {
                for (Alternative alternative : segment.alternatives()) {
                    float factor = alternative.synonym() ? weights.synonym() : 1;
                    scores.add(new BoostQuery(alternative(alternative, Set.of(part)), weight * factor));
                }
            }
            lexicon.reading(word).ifPresent(reading -> scores.add(new BoostQuery(read(reading, Set.of(part)), weight)));
        }
        return scores;
    }

    /** The pieces of the word; of a sentence those that say what it is about, if there are any. */
    private List<Segment> telling(String word) {
        List<Segment> all = lexicon.segments(word);
        List<Segment> telling = lexicon.isSentence(word)
                ? all.stream().filter(piece -> !QuestionWords.isAll(piece)).toList()
                : all;
        return telling.isEmpty() ? all : telling;
    }

    /** What is highlighted: terms of more than one character, the word's very characters, and what stands for its pieces. */
    List<Query> marks(String word, Part part) {
        List<Query> marks = new ArrayList<>();
        List<Segment> segments = lexicon.segments(word);
        List<String> terms = segments.stream()
                .flatMap(segment -> segment.terms().stream())
                .distinct()
                .toList();
        terms.stream()
                .filter(term -> terms.size() == 1 || term.codePointCount(0, term.length()) > 1)
                .forEach(term -> marks.add(term(part, Terms.WORDS, term)));
        segments.stream()
                .flatMap(segment -> segment.alternatives().stream())
                .forEach(alternative -> marks.add(alternative(alternative, Set.of(part))));
        marks.add(asWritten(word, Set.of(part)));
        lexicon.reading(word).ifPresent(reading -> marks.add(read(reading, Set.of(part))));
        return marks;
    }

    /** The very characters of {@code word}, as typed or as the sections write it. */
    private Query asWritten(String word, Set<Part> parts) {
        return Stream.of(word, lexicon.spelt(word))
                .map(text -> exact(text, parts))
                .distinct()
                .collect(Collectors.collectingAndThen(Collectors.toList(), WordQueries::anyOf));
    }

    /** The very characters of {@code text} in one of {@code parts}, width and case folded. */
    Query exact(String text, Set<Part> parts) {
        TermsOfWord terms = lexicon.terms(text);
        if (terms.characters().isEmpty()) {
            return new MatchNoDocsQuery("only white space");
        }
        if (terms.bigrams().isEmpty()) {
            return anyOf(parts.stream()
                    .map(part -> term(part, Terms.CHARACTERS, terms.characters()))
                    .toList());
        }
        String[] bigrams = terms.bigrams().toArray(String[]::new);
        return anyOf(
                parts.stream().map(part -> phrase(part, Terms.BIGRAMS, bigrams)).toList());
    }

    private Query read(String kana, Set<Part> parts) {
        String[] pairs = lexicon.terms(kana).readings().toArray(String[]::new);
        return pairs.length == 0
                ? new MatchNoDocsQuery("no reading")
                : anyOf(parts.stream()
                        .map(part -> phrase(part, Terms.READINGS, pairs))
                        .toList());
    }

    private static Query phrase(Part part, Terms terms, String[] found) {
        return found.length == 1
                ? term(part, terms, found[0])
                : new PhraseQuery(part.in(terms).luceneName(), found);
    }

    private static Query term(Part part, Terms terms, String term) {
        return new TermQuery(new Term(part.in(terms).luceneName(), term));
    }

    /** Whatever matches one of {@code queries}; nothing if there is none. */
    static Query anyOf(Collection<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery("nothing to look for");
        }
        if (queries.size() == 1) {
            return queries.iterator().next();
        }
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static Query allOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }
}
