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

/** Puts cases together again: what a case document holds, and the headings and texts of the sections, which stand before it. */
public final class StoredCaseReader {
    private static final String JSON = IndexField.CASE.luceneName();
    private static final String HEADING =
            Source.HEADING.in(Analysis.SEARCH_MODE).luceneName();
    private static final String TEXT = Source.TEXT.in(Analysis.SEARCH_MODE).luceneName();

    private final StoredFields stored;

    public StoredCaseReader(StoredFields stored) {
        this.stored = stored;
    }

    /** The case whose document is {@code doc} as a line of JSON, as {@link CaseJson#write} gives it. */
    public String json(int doc) throws IOException {
        String bare = bare(doc);
        List<String> headings = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int section : sections(bare, doc)) {
            Document document = stored.document(section, Set.of(HEADING, TEXT));
            headings.add(Objects.requireNonNullElse(document.get(HEADING), ""));
            texts.add(Objects.requireNonNullElse(document.get(TEXT), ""));
        }
        return CaseJson.fill(bare, headings, texts);
    }

    /** The case whose document is {@code doc}. */
    public CaseStudy caseStudy(int doc, Lexicon lexicon) throws IOException {
        return read(json(doc), lexicon);
    }

    /** What is told of the case whose document is {@code doc} in a list of cases; reads no text. */
    public CaseSummary summary(int doc, Lexicon lexicon) throws IOException {
        String bare = bare(doc);
        List<String> any = Collections.nCopies(CaseJson.countSections(bare), "-");
        return CaseSummary.of(read(CaseJson.fill(bare, any, any), lexicon));
    }

    /** The documents of the sections of the case whose document is {@code doc}, in reading order. */
    public int[] sections(int doc) throws IOException {
        return sections(bare(doc), doc);
    }

    private static int[] sections(String bare, int doc) {
        return IntStream.range(doc - CaseJson.countSections(bare), doc).toArray();
    }

    private String bare(int doc) throws IOException {
        return Objects.requireNonNullElse(stored.document(doc, Set.of(JSON)).get(JSON), "");
    }

    private static CaseStudy read(String json, Lexicon lexicon) throws IOException {
        try {
            return CaseJson.read(Path.of("index"), 1, json, lexicon);
        } catch (CorpusFormatException e) {
            throw new IOException("the index holds a case that can't be read: " + e.getMessage(), e);
        }
    }
}
