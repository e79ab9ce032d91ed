package jirei.engine.highlight;

import java.io.IOException;
import java.util.List;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.HitMemoryIndex;
import jirei.search.MatchRange;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexReader;

/** Finds what a request matches in a text that the index does not have, as if it were the text of a section. Stateless. */
public final class TextHighlighter {
    private TextHighlighter() {}

    /**
     * Returns the matches of {@code patterns} in {@code text}, in order, without overlaps.
     *
     * @param analyzer the index-time analyzer of every field
     */
    public static List<MatchRange> matches(String text, RequestPatterns patterns, Analyzer analyzer)
            throws IOException {
        var document = new Document();
        document.add(new StoredField(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), text));
        try (IndexReader reader = HitMemoryIndex.of(List.of(document), analyzer)) {
            return new SectionHighlighter(reader, analyzer, Source.TEXT)
                    .matches(patterns.text(), new int[] {0}, List.of(text))
                    .getFirst();
        }
    }
}
