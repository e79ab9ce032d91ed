package jirei.engine.schema;

import java.util.HashMap;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * A searched part of a section, cut in one way.
 *
 * @param source what is searched
 * @param analysis how it is cut
 */
public record AnalyzedField(Source source, Analysis analysis) {
    /** What of a section is searched. */
    public enum Source {
        TEXT("text"),
        HEADING("heading"),
        /** What the section stands in: case title, place, main heading, who acts. */
        CONTEXT("context"),
        TITLE("title"),
        PLACE("place");

        private final String id;

        Source(String id) {
            this.id = id;
        }

        public AnalyzedField in(Analysis terms) {
            return new AnalyzedField(this, terms);
        }
    }

    /** How it is cut. */
    public enum Analysis {
        SEARCH_MODE("words"),
        NORMAL_MODE("whole"),
        BIGRAM("bigrams"),
        UNIGRAM("characters"),
        READING_BIGRAM("readings");

        private final String id;

        Analysis(String id) {
            this.id = id;
        }
    }

    /** The name in the index. */
    public String luceneName() {
        return source.id + "." + analysis.id;
    }

    /** The analyzer that cuts every text field in its way. */
    public static Analyzer analyzer(JapaneseAnalyzers analysis) {
        Map<Analysis, Analyzer> ways = Map.of(
                Analysis.SEARCH_MODE, analysis.searchMode(),
                Analysis.NORMAL_MODE, analysis.normalMode(),
                Analysis.READING_BIGRAM, analysis.readings(),
                Analysis.BIGRAM, analysis.bigrams(),
                Analysis.UNIGRAM, analysis.unigrams());
        Map<String, Analyzer> byField = new HashMap<>();
        for (Source part : Source.values()) {
            ways.forEach((terms, analyzer) -> byField.put(part.in(terms).luceneName(), analyzer));
        }
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    }
}
