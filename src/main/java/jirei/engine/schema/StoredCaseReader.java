package jirei.engine.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.search.CaseSummary;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/**
 * Rebuilds cases from stored fields: the case document, and headings and texts of the section documents, which precede
 * it in the block. Not thread-safe.
 */
public final class StoredCaseReader {
    private static final String JSON = IndexField.CASE.luceneName();
    private static final String HEADING =
            Source.HEADING.in(Analysis.SEARCH_MODE).luceneName();
    private static final String TEXT = Source.TEXT.in(Analysis.SEARCH_MODE).luceneName();

    private final StoredFields stored;

    public StoredCaseReader(StoredFields stored) {
        this.stored = stored;
    }

    /**
     * Returns the case as a line of JSON, in the format of {@link CaseJson#write}.
     *
     * @param doc the doc ID of the case document
     */
    public String json(int doc) throws IOException {
        String jsonWithoutText = jsonWithoutText(doc);
        List<String> headings = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int section : sections(jsonWithoutText, doc)) {
            Document document = stored.document(section, Set.of(HEADING, TEXT));
            headings.add(Objects.requireNonNullElse(document.get(HEADING), ""));
            texts.add(Objects.requireNonNullElse(document.get(TEXT), ""));
        }
        return CaseJson.fill(jsonWithoutText, headings, texts);
    }

    /** Returns the case whose case document is {@code doc}. */
    public CaseStudy caseStudy(int doc, Lexicon lexicon) throws IOException {
        return read(json(doc), lexicon);
    }

    /** Returns the summary of the case whose case document is {@code doc}; reads no section. */
    public CaseSummary summary(int doc, Lexicon lexicon) throws IOException {
        String jsonWithoutText = jsonWithoutText(doc);
        List<String> placeholders = Collections.nCopies(CaseJson.countSections(jsonWithoutText), "-");
        return CaseSummary.of(read(CaseJson.fill(jsonWithoutText, placeholders, placeholders), lexicon));
    }

    /** Returns the doc IDs of the sections of the case whose case document is {@code doc}, in reading order. */
    public int[] sections(int doc) throws IOException {
        return sections(jsonWithoutText(doc), doc);
    }

    private static int[] sections(String jsonWithoutText, int doc) {
        return IntStream.range(doc - CaseJson.countSections(jsonWithoutText), doc)
                .toArray();
    }

    private String jsonWithoutText(int doc) throws IOException {
        return Objects.requireNonNullElse(stored.document(doc, Set.of(JSON)).get(JSON), "");
    }

    private static CaseStudy read(String json, Lexicon lexicon) throws IOException {
        try {
            return CaseJson.read(Path.of("index"), 1, json, lexicon);
        } catch (CorpusFormatException e) {
            throw new IOException("the index holds a case that cannot be read: " + e.getMessage(), e);
        }
    }
}
