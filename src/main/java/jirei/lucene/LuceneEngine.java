package jirei.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Likeness;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.CaseJson;
import jirei.corpus.CorpusFormatException;
import jirei.corpus.Lexicon;
import jirei.lucene.TextField.Part;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.AlikeCase;
import jirei.search.CaseSummary;
import jirei.search.Explanation;
import jirei.search.FacetMatrix;
import jirei.search.Hit;
import jirei.search.IndexStatus;
import jirei.search.MarkedCase;
import jirei.search.MarkedCase.MarkedSection;
import jirei.search.Match;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SimilarCase;
import jirei.search.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** The embedded engine: one Lucene index in this process, at one point in time. */
public final class LuceneEngine implements SearchEngine {
    static {
        // A query is bounded by its length; one of the longest has some ten terms a character, over all fields.
        IndexSearcher.setMaxClauseCount(20 * SearchRequest.LONGEST_QUERY);
    }

    private static final Comparator<CaseSummary> BY_NUMBER = Comparator.comparing(
                    (CaseSummary summary) -> Objects.requireNonNullElse(summary.number(), IndexField.NO_NUMBER))
            .thenComparing(CaseSummary::id);

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final List<String> actors;
    private final QueryLexicon queryLexicon;
    private final SectionSearch sectionSearch;
    private final SimilarSearch similarSearch;
    private final Highlighting textMarks;
    private final Highlighting headingMarks;
    private final Suggester suggester;
    private final IndexStatus status;

    LuceneEngine(
            DirectoryReader reader,
            Vocabulary vocabulary,
            Analyzer analyzer,
            QueryLexicon queryLexicon,
            Lexicon lexicon)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Weights.similarity());
        this.lexicon = lexicon;
        this.actors = lexicon.actors().actors().stream().map(Actor::name).toList();
        this.queryLexicon = queryLexicon;
        this.textMarks = new Highlighting(searcher, analyzer, Part.TEXT);
        this.headingMarks = new Highlighting(searcher, analyzer, Part.HEADING);
        var hits = new Hits(searcher, textMarks, headingMarks);
        SectionSets sets = SectionSets.of(searcher);
        this.sectionSearch = new SectionSearch(searcher, queryLexicon, sets, vocabulary.entries(), hits, actors);
        this.similarSearch = new SimilarSearch(new LocalSections(searcher, hits), analyzer);
        this.suggester = new Suggester(queryLexicon, vocabulary);
        this.status = IndexManifest.of(reader.getIndexCommit().getUserData())
                .status(new IndexedFiles(reader).faults(IndexStatus.MOST_LISTED));
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        return sectionSearch.search(request);
    }

    @Override
    public FacetMatrix matrix(SearchRequest request, Facet rows, Facet columns) throws IOException {
        return sectionSearch.matrix(request, rows, columns);
    }

    @Override
    public Set<String> foundCases(SearchRequest request) throws IOException {
        return sectionSearch.cases(request);
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(SectionQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id)), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(stored(found[0].doc));
    }

    private CaseStudy stored(int doc) throws IOException {
        String json = searcher.storedFields()
                .document(doc, Set.of(IndexField.CASE.luceneName()))
                .get(IndexField.CASE.luceneName());
        try {
            return CaseJson.read(Path.of("index"), 1, json, lexicon);
        } catch (CorpusFormatException e) {
            throw new IOException("the index holds a case that can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<MarkedCase> marked(String id, SearchRequest request) throws IOException {
        Optional<CaseStudy> found = caseStudy(id);
        return found.isEmpty() ? Optional.empty() : Optional.of(mark(found.get(), request));
    }

    private MarkedCase mark(CaseStudy caseStudy, SearchRequest request) throws IOException {
        int[] docs = sectionsOf(caseStudy);
        QueryExpression expression = QueryParser.parse(request.query()).expression();
        var queries = new SectionQueries(queryLexicon, request.matching(), Weights.MEASURED);
        List<List<Match>> texts = textMarks.matches(queries.marks(expression, Part.TEXT), docs);
        List<List<Match>> headings = headingMarks.matches(queries.marks(expression, Part.HEADING), docs);
        List<MarkedSection> marked = new ArrayList<>();
        for (int i = 0; i < docs.length; i++) {
            Section section = caseStudy.sections().get(i);
            marked.add(new MarkedSection(section, headings.get(i), byParagraph(section, texts.get(i))));
        }
        return new MarkedCase(caseStudy, marked);
    }

    /** The documents of the sections, in reading order. */
    private int[] sectionsOf(CaseStudy caseStudy) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(SectionQueries.allSections(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), caseStudy.id())), Occur.FILTER)
                .build();
        var order = new Sort(new SortField(IndexField.POSITION.luceneName(), SortField.Type.INT));
        ScoreDoc[] found = searcher.search(query, caseStudy.sections().size(), order).scoreDocs;
        return Stream.of(found).mapToInt(hit -> hit.doc).toArray();
    }

    private static List<List<Match>> byParagraph(Section section, List<Match> matches) {
        List<List<Match>> paragraphs = new ArrayList<>();
        int start = 0;
        for (String paragraph : section.paragraphs()) {
            int from = start;
            int to = start + paragraph.length();
            paragraphs.add(matches.stream()
                    .filter(match -> match.start() < to && match.end() > from)
                    .map(match -> new Match(Math.max(match.start(), from) - from, Math.min(match.end(), to) - from))
                    .toList());
            start = to + 1;
        }
        return paragraphs;
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        List<String> ids = found.stream()
                .flatMap(one -> one.sections().stream())
                .map(Section::id)
                .toList();
        int at = ids.indexOf(sectionId);
        return at < 0 ? Optional.empty() : Optional.of(sectionSearch.explain(request, sectionsOf(found.get())[at]));
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int most) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.sections(found.get(), sectionId, most);
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int most) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.cases(found.get(), most);
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) throws IOException {
        return suggester.suggest(typed, most, new LocalProbe(searcher));
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        return summaries(SectionQueries.allCases(), BY_NUMBER);
    }

    private List<CaseSummary> summaries(Query cases, Comparator<CaseSummary> order) throws IOException {
        List<CaseSummary> found = new ArrayList<>();
        int most = Math.max(1, reader.numDocs());
        for (ScoreDoc hit : searcher.search(cases, most).scoreDocs) {
            found.add(CaseSummary.of(stored(hit.doc)));
        }
        return found.stream().sorted(order).toList();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        Comparator<CaseSummary> newest = Comparator.comparing(summary -> Objects.requireNonNullElse(summary.year(), 0));
        return summaries(AlikeSearch.about(name), newest.reversed().thenComparing(BY_NUMBER));
    }

    @Override
    public List<AlikeCase> alike(RegionFigures like, int most) throws IOException {
        List<AlikeCase> cases = new ArrayList<>();
        for (ScoreDoc hit : new AlikeSearch(searcher).best(like, most)) {
            CaseSummary summary = CaseSummary.of(stored(hit.doc));
            cases.add(new AlikeCase(cases.size() + 1, summary, Likeness.of(like, summary.region())));
        }
        return List.copyOf(cases);
    }

    @Override
    public Set<String> values(Facet facet) {
        Stream<String> values =
                switch (facet) {
                    case PREFECTURE -> Stream.of(Prefecture.values()).map(Prefecture::fullName);
                    case KIND -> Stream.of(SectionKind.values()).map(SectionKind::id);
                    case THEME -> Stream.of(Theme.values()).map(Theme::letter);
                    case ACTOR -> actors.stream();
                    case YEAR -> Stream.empty();
                };
        return values.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public IndexStatus status() {
        return status;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
