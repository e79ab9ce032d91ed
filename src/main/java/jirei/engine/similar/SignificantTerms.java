package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/**
 * Selects significant terms: nouns that are frequent in some sections of a case and rare elsewhere. Terms that no other
 * case contains are omitted, since they cannot match. Not thread-safe.
 */
final class SignificantTerms {
    /** A term in fewer sections is not common, however small the corpus. */
    private static final int MIN_COMMON_SECTIONS = 10;

    private static final Pattern KANJI_NUMBER = Pattern.compile("[〇一二三四五六七八九十百千万]+[つ人]?");
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
     * @param weight its tf-idf weight; greater is more significant
     * @param share the share of sections of the corpus that contain it, from 0 to 1; 0 if it is in too few sections to be
     *     common
     */
    record SignificantTerm(String term, double weight, double share) {}

    /** The occurrences of a term in a case. */
    private static final class Occurrences {
        /** The number of headings and texts of the whole case that contain the term. */
        int parts;
        /** The number of occurrences as a noun in the selected sections. */
        int count;
    }

    /**
     * Returns the significant terms of the sections of {@code caseStudy} that match {@code selection}, by descending
     * weight.
     */
    List<SignificantTerm> of(CaseStudy caseStudy, Predicate<Section> selection) throws IOException {
        List<SignificantTerm> terms = new ArrayList<>();
        for (Map.Entry<String, Occurrences> occurrences :
                occurrences(caseStudy, selection).entrySet()) {
            significant(occurrences.getKey(), occurrences.getValue()).ifPresent(terms::add);
        }
        return terms.stream()
                .sorted(Comparator.comparingDouble(SignificantTerm::weight)
                        .reversed()
                        .thenComparing(SignificantTerm::term))
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
        var nounsByTerm = new HashMap<String, Integer>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                nounsByTerm.merge(term.toString(), JapaneseAnalyzers.isTopicNoun(stream) ? 1 : 0, Integer::sum);
            }
            stream.end();
        }
        nounsByTerm.forEach((term, nouns) -> {
            Occurrences occurrences = byTerm.computeIfAbsent(term, t -> new Occurrences());
            occurrences.parts++;
            occurrences.count += selected ? nouns : 0;
        });
    }

    /**
     * Weighs a term by tf-idf, with the square root of tf, so that words common in the corpus do not win by repetition;
     * empty if it is not significant.
     */
    private Optional<SignificantTerm> significant(String term, Occurrences occurrences) throws IOException {
        if (occurrences.count == 0 || isInsignificant(term)) {
            return Optional.empty();
        }
        long texts = sections(Source.TEXT, term);
        long headings = sections(Source.HEADING, term);
        if (texts + headings <= occurrences.parts) {
            return Optional.empty();
        }
        long sections = Math.max(texts, headings);
        double idf = Math.log(1 + (index.docCount() - sections + 0.5) / (sections + 0.5));
        double weight = Math.sqrt(occurrences.count) * idf;
        double share = sections < MIN_COMMON_SECTIONS ? 0 : (double) sections / Math.max(sections, index.docCount());
        return weight > 0 ? Optional.of(new SignificantTerm(term, weight, share)) : Optional.empty();
    }

    private long sections(Source source, String term) throws IOException {
        return index.count(
                new TermQuery(new Term(source.in(Analysis.SEARCH_MODE).luceneName(), term)));
    }

    private static boolean isInsignificant(String term) {
        return term.length() < MIN_TERM_LENGTH
                || term.chars().anyMatch(Character::isDigit)
                || KANJI_NUMBER.matcher(term).matches()
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
    }
}
