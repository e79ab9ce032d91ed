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
 * Finds the terms that tell sections from the rest of the corpus: nouns that are frequent in them and rare elsewhere. Terms
 * that no other case has are left out, since they lead nowhere.
 */
final class SignificantTerms {
    private static final int MAX_TERMS = 25;
    private static final int MIN_TERM_LENGTH = 2;
    /** In UTF-16 code units: what a longer case tells behind them is left out, so that the time is bounded. */
    private static final int MAX_ANALYZED_CHARS = 100_000;

    private final IndexAccess<?> index;
    private final Analyzer analyzer;

    SignificantTerms(IndexAccess<?> index, Analyzer analyzer) {
        this.index = index;
        this.analyzer = analyzer;
    }

    /**
     * A term.
     *
     * @param term as in the index
     * @param word as the case writes it
     * @param weight how telling it is; greater is more
     */
    record Telling(String term, String word, double weight) {}

    /** How a term occurs in a case. */
    private static final class Occurrences {
        /** In how many headings and texts of the whole case. */
        int parts;
        /** How often as a noun in the sections that are asked for. */
        int count;

        /** How it is written in the case, and how often. */
        final Map<String, Integer> words = new TreeMap<>();
    }

    /** The most telling terms of those sections of {@code caseStudy} that are {@code wanted}, the most telling first. */
    List<Telling> of(CaseStudy caseStudy, Predicate<Section> wanted) throws IOException {
        List<Telling> telling = new ArrayList<>();
        for (Map.Entry<String, Occurrences> found :
                occurrences(caseStudy, wanted).entrySet()) {
            double weight = weight(found.getKey(), found.getValue());
            if (weight > 0) {
                telling.add(new Telling(found.getKey(), word(found.getValue()), weight));
            }
        }
        return telling.stream()
                .sorted(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::term))
                .limit(MAX_TERMS)
                .toList();
    }

    private Map<String, Occurrences> occurrences(CaseStudy caseStudy, Predicate<Section> wanted) throws IOException {
        var found = new HashMap<String, Occurrences>();
        int left = MAX_ANALYZED_CHARS;
        for (Section section : caseStudy.sections()) {
            for (String text : List.of(section.heading(), section.text())) {
                String read = text.substring(0, Math.min(left, text.length()));
                left -= read.length();
                add(read, wanted.test(section), found);
            }
        }
        return found;
    }

    private void add(String text, boolean wanted, Map<String, Occurrences> found) throws IOException {
        var here = new HashMap<String, List<String>>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                List<String> words = here.computeIfAbsent(term.toString(), t -> new ArrayList<>());
                if (JapaneseAnalyzers.isNoun(stream)) {
                    words.add(wholeWord(text, offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        }
        here.forEach((term, words) -> {
            Occurrences occurrences = found.computeIfAbsent(term, t -> new Occurrences());
            occurrences.parts++;
            occurrences.count += wanted ? words.size() : 0;
            words.forEach(word -> occurrences.words.merge(word, 1, Integer::sum));
        });
    }

    /** The stretch as a reader sees it: a piece of a word in katakana is no word. */
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

    /** tf·idf, tf as a square root so that what is said throughout the corpus doesn't win by repetition; 0 for no use. */
    private double weight(String term, Occurrences occurrences) throws IOException {
        if (occurrences.count == 0 || tellsNothing(term)) {
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

    private long sections(Source part, String term) throws IOException {
        return index.count(new TermQuery(new Term(part.in(Analysis.SEARCH_MODE).luceneName(), term)));
    }

    private static boolean tellsNothing(String term) {
        return term.length() < MIN_TERM_LENGTH
                || term.chars().anyMatch(Character::isDigit)
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
    }

    /** The shortest way in which it is written, which is the term alone where it ever stands alone. */
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
