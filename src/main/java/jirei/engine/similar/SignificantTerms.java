package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import jirei.analysis.JapaneseAnalyzers;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.engine.backend.IndexAccess;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/**
 * Selects significant terms: nouns that are frequent in some sections of a case and rare elsewhere. Terms that no other
 * case contains are omitted, since they cannot match. Not thread-safe.
 */
final class SignificantTerms {
    private static final int MAX_TERMS = 25;
    private static final int MIN_TERM_LENGTH = 2;
    /** In UTF-16 code units; the rest of a longer case is ignored, to bound the time. */
    private static final int MAX_ANALYZED_CHARS = 100_000;

    private final IndexAccess<?> index;
    private final Analyzer analyzer;

    SignificantTerms(IndexAccess<?> index, Analyzer analyzer) {
        this.index = index;
        this.analyzer = analyzer;
    }

    /**
     * A significant term. Immutable.
     *
     * @param term the term in the index
     * @param word the term as the case writes it
     * @param weight its tf-idf weight; greater is more significant
     */
    record SignificantTerm(String term, String word, double weight) {}

    /** The occurrences of a term in a case. */
    private static final class Occurrences {
        /** The number of headings and texts of the whole case that contain the term. */
        int parts;
        /** The number of occurrences as a noun in the selected sections. */
        int count;

        /** The frequency of each surface form in the case. */
        final Map<String, Integer> words = new TreeMap<>();
    }

    /**
     * Returns the most significant terms of the sections of {@code caseStudy} that match {@code selection}, by
     * descending weight.
     */
    List<SignificantTerm> of(CaseStudy caseStudy, Predicate<Section> selection) throws IOException {
        List<SignificantTerm> terms = new ArrayList<>();
        for (Map.Entry<String, Occurrences> occurrences :
                occurrences(caseStudy, selection).entrySet()) {
            double weight = weight(occurrences.getKey(), occurrences.getValue());
            if (weight > 0) {
                terms.add(new SignificantTerm(occurrences.getKey(), word(occurrences.getValue()), weight));
            }
        }
        return terms.stream()
                .sorted(Comparator.comparingDouble(SignificantTerm::weight)
                        .reversed()
                        .thenComparing(SignificantTerm::term))
                .limit(MAX_TERMS)
                .toList();
    }

    private Map<String, Occurrences> occurrences(CaseStudy caseStudy, Predicate<Section> selection) throws IOException {
        var byTerm = new HashMap<String, Occurrences>();
        int remaining = MAX_ANALYZED_CHARS;
        for (Section section : caseStudy.sections()) {
            for (String text : List.of(section.heading(), section.text())) {
                String analyzed = text.substring(0, Math.min(remaining, text.length()));
                remaining -= analyzed.length();
                add(analyzed, selection.test(section), byTerm);
            }
        }
        return byTerm;
    }

    private void add(String text, boolean selected, Map<String, Occurrences> byTerm) throws IOException {
        var wordsByTerm = new HashMap<String, List<String>>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                List<String> words = wordsByTerm.computeIfAbsent(term.toString(), t -> new ArrayList<>());
                if (JapaneseAnalyzers.isNoun(stream)) {
                    words.add(wholeWord(text, offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        }
        wordsByTerm.forEach((term, words) -> {
            Occurrences occurrences = byTerm.computeIfAbsent(term, t -> new Occurrences());
            occurrences.parts++;
            occurrences.count += selected ? words.size() : 0;
            words.forEach(word -> occurrences.words.merge(word, 1, Integer::sum));
        });
    }

    /** The whole katakana word around the token: a part of a katakana compound is not a word to a reader. */
    private static String wholeWord(String text, int start, int end) {
        int from = start;
        while (from > 0 && isKatakana(text.charAt(from)) && isKatakana(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && isKatakana(text.charAt(to)) && isKatakana(text.charAt(to - 1))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isKatakana(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA || c == 'ー';
    }

    /**
     * The tf-idf weight, with the square root of tf, so that words common in the corpus do not win by repetition; 0 if
     * the term is not significant.
     */
    private double weight(String term, Occurrences occurrences) throws IOException {
        if (occurrences.count == 0 || isInsignificant(term)) {
            return 0;
        }
        long texts = sections(Source.TEXT, term);
        long headings = sections(Source.HEADING, term);
        if (texts + headings <= occurrences.parts) {
            return 0;
        }
        long sections = Math.max(texts, headings);
        double idf = Math.log(1 + (index.docCount() - sections + 0.5) / (sections + 0.5));
        return Math.sqrt(occurrences.count) * idf;
    }

    private long sections(Source source, String term) throws IOException {
        return index.count(
                new TermQuery(new Term(source.in(Analysis.SEARCH_MODE).luceneName(), term)));
    }

    private static boolean isInsignificant(String term) {
        return term.length() < MIN_TERM_LENGTH
                || term.chars().anyMatch(Character::isDigit)
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
    }

    /** The shortest surface form, which is the term alone if it ever occurs alone; then the most frequent one. */
    private static String word(Occurrences occurrences) {
        return occurrences.words.entrySet().stream()
                .min(Comparator.<Map.Entry<String, Integer>>comparingInt(
                                word -> word.getKey().length())
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByValue().reversed()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
