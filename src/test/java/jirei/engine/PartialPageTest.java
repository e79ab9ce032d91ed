package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.SynonymLexicon;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.backend.SearchBackend;
import jirei.engine.schema.AnalyzedField;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.LexiconLoader;
import jirei.engine.vocabulary.Vocabulary;
import jirei.lucene.search.LuceneBackend;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.IndexStatus;
import jirei.search.SearchResults;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page returned before the deadline expires, over a back end that then has no time left for counts. */
class PartialPageTest {
    private static final SearchRequest REQUEST = SearchRequest.of("灯台")
            .filteredBy(Filters.NONE.withRange(Indicator.POPULATION, new NumberRange(null, BigDecimal.TEN)));

    @TempDir
    private Path folder;

    @Test
    void aPageIsReturnedAsPartialIfThereWasNoTimeToCountMissingIndicators() throws Exception {
        CorpusReader corpus = CorpusReader.of(folder);
        Analyzer analyzer = AnalyzedField.analyzer(
                LexiconLoader.load(corpus, Lexicon.USER_DICTIONARY_FILE, JapaneseAnalyzers::with));
        Vocabulary vocabulary = vocabulary();
        try (var engine = new QueryEngine<>(
                withoutTimeToCount(new LuceneBackend(index(analyzer), corpus.lexicon(), status())),
                analyzer,
                LexiconLoader.load(corpus, Lexicon.SYNONYMS_FILE, SynonymLexicon::read),
                corpus.lexicon(),
                corpus.statistics(),
                () -> vocabulary)) {
            SearchResults results = engine.search(REQUEST, Deadline.after(Duration.ofHours(1)));

            assertThat(results.total().exact()).isFalse();
            assertThat(results.missingIndicators()).isEmpty();
        }
    }

    private static IndexStatus status() {
        return new IndexStatus(1, 1, 0, 1, "", List.of());
    }

    private static Vocabulary vocabulary() throws Exception {
        var directory = new ByteBuffersDirectory();
        Vocabulary.write(List.of(), directory, Vocabulary.FILE);
        return Vocabulary.read(directory, Vocabulary.FILE);
    }

    private static DirectoryReader index(Analyzer analyzer) throws Exception {
        var section = new Section("s1", SectionKind.LEAD, "", "", List.of(), List.of(), "灯台を守る。");
        var caseStudy = new CaseStudy(
                "case-1", 1, "岬", "", null, null, "", RegionFigures.NONE, Source.UNKNOWN, List.of(section));
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            writer.addDocuments(new ArrayList<>(CaseDocumentMapper.of(caseStudy, "")));
        }
        return DirectoryReader.open(directory);
    }

    @SuppressWarnings("unchecked")
    private static SearchBackend<FixedBitSet> withoutTimeToCount(LuceneBackend backend) {
        return (SearchBackend<FixedBitSet>) Proxy.newProxyInstance(
                SearchBackend.class.getClassLoader(),
                new Class<?>[] {SearchBackend.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("total")) {
                        throw ((Deadline) arguments[1]).expired();
                    }
                    try {
                        return method.invoke(backend, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
