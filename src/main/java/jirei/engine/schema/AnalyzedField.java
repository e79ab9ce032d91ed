package jirei.engine.schema;

import java.util.HashMap;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * A searchable text field: a source text with one analysis. Immutable.
 *
 * @param source the text that is indexed
 * @param analysis how the text is analyzed
 */
public record AnalyzedField(Source source, Analysis analysis) {
    /** The text that is indexed, from the section or its case. Immutable. */
    public enum Source {
        TEXT("text"),
        HEADING("heading"),
        /** Heading and text in one field, which scores terms and is not matched. */
        BODY("body"),
        /** The context of the section: case title, place, parent heading, group heading and actors. */
        CONTEXT("context"),
        TITLE("title"),
        PLACE("place");

        private final String id;

        Source(String id) {
            this.id = id;
        }

        /** Returns the field of this source with {@code analysis}. */
        public AnalyzedField in(Analysis analysis) {
            return new AnalyzedField(this, analysis);
        }
    }

    /** How a text is split into terms. Immutable. */
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

    /** The field name in the index. */
    public String luceneName() {
        return source.id + "." + analysis.id;
    }

    /** Returns the analyzer of all text fields, index-time and query-time. */
    public static Analyzer analyzer(JapaneseAnalyzers analyzers) {
        Map<Analysis, Analyzer> byAnalysis = Map.of(
                Analysis.SEARCH_MODE, analyzers.searchMode(),
                Analysis.NORMAL_MODE, analyzers.normalMode(),
                Analysis.READING_BIGRAM, analyzers.readings(),
                Analysis.BIGRAM, analyzers.bigrams(),
                Analysis.UNIGRAM, analyzers.unigrams());
        Map<String, Analyzer> byField = new HashMap<>();
        for (Source source : Source.values()) {
            byAnalysis.forEach(
                    (analysis, analyzer) -> byField.put(source.in(analysis).luceneName(), analyzer));
        }
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    }
}
