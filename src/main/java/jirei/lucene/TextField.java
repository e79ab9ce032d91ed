package jirei.lucene;

import java.util.HashMap;
import java.util.Map;
import jirei.analysis.JapaneseAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * A searched part of a section, cut in one way.
 *
 * @param part what is searched
 * @param terms how it is cut
 */
record TextField(Part part, Terms terms) {
    /** What of a section is searched. */
    enum Part {
        TEXT("text"),
        HEADING("heading"),
        /** What the section stands in: case title, place, main heading, who acts. */
        CONTEXT("context"),
        TITLE("title"),
        PLACE("place");

        private final String id;

        Part(String id) {
            this.id = id;
        }

        TextField in(Terms terms) {
            return new TextField(this, terms);
        }
    }

    /** How it is cut. */
    enum Terms {
        WORDS("words"),
        WHOLE_WORDS("whole"),
        BIGRAMS("bigrams"),
        CHARACTERS("characters"),
        READINGS("readings");

        private final String id;

        Terms(String id) {
            this.id = id;
        }
    }

    /** The name in the index. */
    String luceneName() {
        return part.id + "." + terms.id;
    }

    /** The analyzer that cuts every text field in its way. */
    static Analyzer analyzer(JapaneseAnalyzers analysis) {
        Map<Terms, Analyzer> ways = Map.of(
                Terms.WORDS, analysis.words(),
                Terms.WHOLE_WORDS, analysis.wholeWords(),
                Terms.READINGS, analysis.readings(),
                Terms.BIGRAMS, analysis.bigrams(),
                Terms.CHARACTERS, analysis.characters());
        Map<String, Analyzer> byField = new HashMap<>();
        for (Part part : Part.values()) {
            ways.forEach((terms, analyzer) -> byField.put(part.in(terms).luceneName(), analyzer));
        }
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    }
}
