package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.IndexAccess;
import jirei.engine.highlight.HitLoader;
import jirei.engine.query.FieldBoosts;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.IndexField;
import jirei.engine.similar.SignificantTerms.SignificantTerm;
import jirei.engine.sort.HitSorts;
import jirei.search.Hit;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds sections and cases of other cases that share the most significant terms. Not thread-safe. */
public final class MoreLikeThisSearch {
    /** The number of sections whose scores are summed per case: a long case must not win by length. */
    private static final int SECTIONS_OF_CASE = 3;
    /** The number of top sections that are grouped into cases. */
    private static final int MAX_SECTIONS = 1_000;

    /** The number of terms searched for. */
    private static final int MAX_TERMS = 25;

    private final IndexAccess<?> index;
    private final HitLoader hits;
    private final SignificantTerms significantTerms;
    private final NounRuns nounRuns;

    /**
     * @param index the index
     * @param analyzer the index-time analyzer of every field
     * @param hits loads the sections that are returned
     */
    public MoreLikeThisSearch(IndexAccess<?> index, Analyzer analyzer, HitLoader hits) {
        this.index = index;
        this.hits = hits;
        this.significantTerms = new SignificantTerms(index, analyzer);
        this.nounRuns = new NounRuns(analyzer);
    }

    /**
     * Returns the {@code limit} sections most similar to the section {@code sectionId} of {@code caseStudy}, best
     * first.
     */
    public List<SimilarSection> sections(CaseStudy caseStudy, String sectionId, int limit) throws IOException {
        Predicate<Section> selection = section -> section.id().equals(sectionId);
        List<SignificantTerm> terms = significantTerms.of(caseStudy, selection);
        SharedWords shared = sharedWords(caseStudy, selection, terms);
        List<SimilarSection> sections = new ArrayList<>();
        for (Hit hit : hits.loadWithoutHighlights(best(caseStudy, terms, limit))) {
            sections.add(new SimilarSection(hit, shared.with(List.of(hit.section()))));
        }
        return sections;
    }

    /** Returns the {@code limit} cases most similar to {@code caseStudy}, best first. */
    public List<SimilarCase> cases(CaseStudy caseStudy, int limit) throws IOException {
        List<SignificantTerm> terms = significantTerms.of(caseStudy, section -> true);
        SharedWords shared = sharedWords(caseStudy, section -> true, terms);
        List<List<BackendHit>> best = byCase(best(caseStudy, terms, MAX_SECTIONS)).stream()
                .sorted(Comparator.comparingDouble(MoreLikeThisSearch::score).reversed())
                .limit(limit)
                .toList();
        List<SimilarCase> cases = new ArrayList<>();
        for (List<BackendHit> sections : best) {
            List<Hit> loaded =
                    hits.loadWithoutHighlights(sections.subList(0, Math.min(SECTIONS_OF_CASE, sections.size())));
            Hit hit = loaded.getFirst();
            cases.add(new SimilarCase(
                    cases.size() + 1,
                    (float) score(sections),
                    hit.caseId(),
                    hit.number(),
                    hit.caseTitle(),
                    hit.prefecture(),
                    hit.place(),
                    shared.with(loaded.stream().map(Hit::section).toList())));
        }
        return cases;
    }

    private SharedWords sharedWords(CaseStudy caseStudy, Predicate<Section> selection, List<SignificantTerm> terms)
            throws IOException {
        return new SharedWords(
                nounRuns, caseStudy.sections().stream().filter(selection).toList(), terms);
    }

    /** Only section documents have terms in the queried fields, so no other documents match. */
    private List<BackendHit> best(CaseStudy caseStudy, List<SignificantTerm> terms, int limit) throws IOException {
        var query = new BooleanQuery.Builder().add(inCase(caseStudy.id()), Occur.MUST_NOT);
        for (SignificantTerm term : terms.subList(0, Math.min(MAX_TERMS, terms.size()))) {
            query.add(in(Source.BODY, term), Occur.SHOULD);
            query.add(new BoostQuery(in(Source.HEADING, term), FieldBoosts.TUNED.heading()), Occur.SHOULD);
        }
        return index.topDocs(query.build(), HitSorts.RELEVANCE, limit);
    }

    private static Query in(Source source, SignificantTerm term) {
        return new TermQuery(new Term(source.in(Analysis.SEARCH_MODE).luceneName(), term.term()));
    }

    private static Query inCase(String id) {
        return new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id));
    }

    /** Groups sections by case, preserving their order; the case with the best section comes first. */
    private static Collection<List<BackendHit>> byCase(List<BackendHit> sections) {
        return sections.stream()
                .collect(Collectors.groupingBy(BackendHit::caseId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** The similarity of the case to which {@code sections} belong: the sum of its best scores. */
    private static double score(List<BackendHit> sections) {
        return sections.stream()
                .limit(SECTIONS_OF_CASE)
                .mapToDouble(BackendHit::score)
                .sum();
    }
}
