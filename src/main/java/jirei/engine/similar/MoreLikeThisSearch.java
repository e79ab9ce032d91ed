package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import jirei.cases.CaseStudy;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.IndexAccess;
import jirei.engine.highlight.HitLoader;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.IndexField;
import jirei.engine.similar.SignificantTerms.Telling;
import jirei.engine.sort.HitSorts;
import jirei.search.Hit;
import jirei.search.SimilarCase;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds sections and cases of other cases that share the most telling terms. */
public final class MoreLikeThisSearch {
    /** Cases are compared by so many sections: a long case must not win by length. */
    private static final int SECTIONS_OF_CASE = 3;
    /** So many sections, the best, are looked through for cases. */
    private static final int MAX_SECTIONS = 1_000;

    private static final int MAX_WORDS = 5;

    private final IndexAccess<?> index;
    private final HitLoader hits;
    private final SignificantTerms tellingTerms;

    /** @param hits loads the sections that are returned */
    public MoreLikeThisSearch(IndexAccess<?> index, Analyzer analyzer, HitLoader hits) {
        this.index = index;
        this.hits = hits;
        this.tellingTerms = new SignificantTerms(index, analyzer);
    }

    /** The {@code limit} sections that are most like the section {@code sectionId} of {@code caseStudy}. */
    public List<Hit> sections(CaseStudy caseStudy, String sectionId, int limit) throws IOException {
        List<Telling> telling =
                tellingTerms.of(caseStudy, section -> section.id().equals(sectionId));
        return hits.loadWithoutHighlights(best(caseStudy, telling, limit));
    }

    /** The {@code limit} cases that are most like {@code caseStudy}. */
    public List<SimilarCase> cases(CaseStudy caseStudy, int limit) throws IOException {
        List<Telling> telling = tellingTerms.of(caseStudy, section -> true);
        List<List<BackendHit>> best = byCase(best(caseStudy, telling, MAX_SECTIONS)).stream()
                .sorted(Comparator.comparingDouble(MoreLikeThisSearch::likeness).reversed())
                .limit(limit)
                .toList();
        List<SimilarCase> cases = new ArrayList<>();
        for (List<BackendHit> sections : best) {
            Hit hit = hits.loadWithoutHighlights(sections.subList(0, 1)).getFirst();
            cases.add(new SimilarCase(
                    cases.size() + 1,
                    (float) likeness(sections),
                    hit.caseId(),
                    hit.number(),
                    hit.caseTitle(),
                    hit.prefecture(),
                    hit.place(),
                    shared(hit.caseId(), telling)));
        }
        return cases;
    }

    /** Only sections have the fields that are asked, so that nothing else is found. */
    private List<BackendHit> best(CaseStudy caseStudy, List<Telling> telling, int limit) throws IOException {
        var query = new BooleanQuery.Builder().add(inCase(caseStudy.id()), Occur.MUST_NOT);
        for (Telling term : telling) {
            query.add(in(Source.TEXT, term), Occur.SHOULD);
            query.add(new BoostQuery(in(Source.HEADING, term), FieldBoosts.TUNED.heading()), Occur.SHOULD);
        }
        return index.topDocs(query.build(), HitSorts.RELEVANCE, limit);
    }

    private static Query in(Source part, Telling telling) {
        return new TermQuery(new Term(part.in(Analysis.SEARCH_MODE).luceneName(), telling.term()));
    }

    private static Query inCase(String id) {
        return new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id));
    }

    /** The sections of each case, both in order; the case with the best section first. */
    private static Collection<List<BackendHit>> byCase(List<BackendHit> sections) {
        return sections.stream()
                .collect(Collectors.groupingBy(BackendHit::caseId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** How alike a case is whose {@code sections} were found. */
    private static double likeness(List<BackendHit> sections) {
        return sections.stream()
                .limit(SECTIONS_OF_CASE)
                .mapToDouble(BackendHit::score)
                .sum();
    }

    /** Which of the terms the case {@code id} has, in words, a part of a compound that is named too aside. */
    private List<String> shared(String id, List<Telling> telling) throws IOException {
        List<String> words = new ArrayList<>();
        for (Telling term : telling) {
            var query = new BooleanQuery.Builder()
                    .add(inCase(id), Occur.FILTER)
                    .add(WordQueryFactory.anyOf(List.of(in(Source.TEXT, term), in(Source.HEADING, term))), Occur.FILTER)
                    .build();
            if (index.count(query) > 0) {
                words.add(term.word());
            }
        }
        return words.stream()
                .distinct()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))
                .limit(MAX_WORDS)
                .toList();
    }
}
