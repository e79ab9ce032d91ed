package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.cases.Actor;
import jirei.cases.Indicator;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.query.Expansion;
import jirei.query.Facet;
import jirei.query.HitLayout;
import jirei.query.QueryDescription;
import jirei.query.SearchRequest;
import jirei.search.ExpansionCount;
import jirei.search.HitCount;
import jirei.search.HitExplanation;
import jirei.search.HitGroup;
import jirei.search.InfixCount;
import jirei.search.MatchInContext;
import jirei.search.MatchRange;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;
import org.jspecify.annotations.Nullable;

/**
 * The response of {@code GET /api/search}. Immutable.
 *
 * @param query how the query was interpreted
 * @param total the hit count
 * @param some the count of the sections that lack a word of the query; null, and absent in JSON, if the page has no room
 *     for them or the query has a single word
 * @param hits the hits of this page, in rank order
 * @param facets the facet counts by facet id, in the order of {@link Facet}
 * @param paging which hits are on this page, and in which order
 * @param groups the cases of this page, in the order of the hits; empty unless hits are grouped by case
 * @param unknown by indicator id, how many cases a range filter excludes because their value is unknown
 * @param likeness by case id, the similarity of the region to the region in the request, in percent, for the cases of
 *     this page
 * @param advice help for a search without hits; null, and absent in JSON, if there is none
 * @param tookMillis the duration of the search in milliseconds
 */
public record SearchAnswer(
        Query query,
        Total total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Some some,
        List<Hit> hits,
        Map<String, List<FacetLabel>> facets,
        @JsonUnwrapped Paging paging,
        List<Group> groups,
        Map<String, Long> unknown,
        Map<String, Integer> likeness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AdviceAnswer advice,
        long tookMillis) {
    /**
     * How the query was interpreted. Immutable.
     *
     * @param text the query as typed
     * @param interpretation the words of the query
     * @param understood the parsed query in Japanese, as in 「研修」を含み、「医師」を含まない記述; empty if there is no word
     * @param notes why nothing can match, one sentence in Japanese each: there is no word, or a facet value does not exist
     * @param inside the matches within other words, by word
     * @param asWords whether parentheses, quotation marks or operators without a partner were ignored
     * @param relaxed whether the query was relaxed
     * @param widening the id of the relaxation
     * @param dropped the words that match nothing and were dropped
     * @param correction the proposed spelling correction; null if there is none
     * @param correctionApplied whether the hits are those of the correction
     */
    public record Query(
            String text,
            List<Word> interpretation,
            String understood,
            List<String> notes,
            List<Inside> inside,
            boolean asWords,
            boolean relaxed,
            String widening,
            List<String> dropped,
            @Nullable String correction,
            boolean correctionApplied) {}

    /**
     * A word of the query. Immutable.
     *
     * @param text the word as typed
     * @param exact whether only the literal text matches
     * @param excluded whether sections with the word are excluded
     * @param terms the terms in the index
     * @param sections the number of sections that match the word alone
     * @param dropped whether the word was dropped
     * @param inCase whether no matching section has the word in its own text, only its case: a condition on the case
     * @param forms the expansions
     */
    public record Word(
            String text,
            boolean exact,
            boolean excluded,
            List<String> terms,
            long sections,
            boolean dropped,
            boolean inCase,
            List<Form> forms) {}

    /**
     * The matches of a word within other words. Immutable.
     *
     * @param id the value of the parameter {@code with} that includes them
     * @param text the word
     * @param use {@code off} or {@code on}, or {@code only} if the word matches nothing else
     * @param adds the number of sections that only they add, or would add, to this response; null if not counted
     */
    public record Inside(String id, String text, String use, @Nullable Long adds) {}

    /**
     * An expansion of a word. Immutable.
     *
     * @param id the value of the parameter {@code off} that disables it
     * @param kind the id of its kind
     * @param text the text of the expansion
     * @param sections the number of sections that match the expansion alone
     * @param adds the number of sections that it adds to the expansions before it
     * @param on whether it is enabled
     */
    public record Form(String id, String kind, String text, long sections, long adds, boolean on) {}

    /**
     * The hit count. Immutable.
     *
     * @param sections the number of matching sections: {@code text} and {@code contextListed}
     * @param cases the number of cases with a matching section
     * @param exact false if the search was stopped at its time limit, so that the counts are lower bounds, or if the
     *     index may lack changes of the corpus
     * @param text the number of sections whose own text or heading matches
     * @param contextCases the number of cases whose title, place or parent heading matches
     * @param contextListed the number of those cases without such a section, each listed by its first section
     * @param note what the index may lack, as a sentence in Japanese; null, and absent in JSON, if it is current
     */
    public record Total(
            long sections,
            long cases,
            boolean exact,
            long text,
            long contextCases,
            long contextListed,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}

    /**
     * The count of the sections with some of the words. Immutable.
     *
     * @param sections the number of sections
     * @param cases the number of their cases; if hits are grouped, of those that {@link Total} does not count
     * @param facets their facet counts by facet id; empty, and absent in JSON, unless they were requested
     */
    public record Some(
            long sections,
            long cases,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<FacetLabel>> facets) {}

    /**
     * Which hits are on this page, and in which order. Immutable.
     *
     * @param page the page number, from 1
     * @param size the number of hits per page
     * @param sort the id of the sort order
     * @param group {@code section}, or {@code case} if hits are grouped by case
     */
    public record Paging(int page, int size, String sort, String group) {}

    /**
     * A matching section. Immutable.
     *
     * @param rank from 1
     * @param score the score, at least 0; comparable within one response only
     * @param inCase the case of the section
     * @param section the section
     * @param snippets the highlighted passages
     * @param matches every match in the text in its context; null, and absent in JSON, unless requested by
     *     {@code group=match}
     * @param url the page of the section
     * @param match {@code all} if it matches the whole query, {@code some} if it lacks a word
     */
    public record Hit(
            int rank,
            float score,
            @JsonUnwrapped CaseRef inCase,
            @JsonUnwrapped SectionRef section,
            List<Snippet> snippets,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MatchInContext> matches,
            String url,
            String match) {}

    /**
     * The case of a hit. Immutable.
     *
     * @param titleMatches pairs of start and end offsets in {@code caseTitle}, if neither heading nor text match
     * @param caseMatches {@code title}, {@code region} or {@code context}: what matches if the hit represents its case;
     *     else empty
     */
    public record CaseRef(
            String caseId,
            @Nullable Integer number,
            String caseTitle,
            List<int[]> titleMatches,
            List<String> caseMatches,
            @JsonUnwrapped Location location) {}

    /** The section of a hit; {@code headingMatches} are pairs of offsets in {@code heading}, {@code facets} values by facet. Immutable. */
    public record SectionRef(
            String sectionId,
            String kind,
            String heading,
            List<int[]> headingMatches,
            String parentHeading,
            List<String> actors,
            List<String> themes,
            @Nullable Integer ocrConfidence,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> facets) {}

    /** A passage; {@code matches} are pairs of start and end offsets in {@code text}. Immutable. */
    public record Snippet(String text, List<int[]> matches) {}

    /** A case with the number of its matching sections and how many of them are among the hits. Immutable. */
    public record Group(int rank, String caseId, long sections, int shown) {}

    /** Returns the response for {@code results} of {@code request} over a current index. */
    public static SearchAnswer of(SearchRequest request, SearchResults results) {
        return of(request, results, "");
    }

    /**
     * Returns the response for {@code results} of {@code request}.
     *
     * @param note what the index may lack; empty if it is current
     */
    public static SearchAnswer of(SearchRequest request, SearchResults results, String note) {
        return new SearchAnswer(
                query(request, results),
                total(results, note),
                some(request, results),
                results.hits().stream()
                        .map(hit -> hit(hit, request.layout() == HitLayout.MATCHES))
                        .toList(),
                FacetLabel.byId(request.query().facets(), results.facets()),
                new Paging(
                        request.page(),
                        request.size(),
                        request.sort().id(),
                        request.layout().id()),
                groups(results),
                unknown(results),
                new TreeMap<>(results.regionSimilarity()),
                AdviceAnswer.of(results.advice()),
                results.tookMillis());
    }

    private static Total total(SearchResults results, String note) {
        return new Total(
                results.total().sections(),
                results.total().cases(),
                results.total().exact() && note.isEmpty(),
                results.total().sections() - results.context().listed(),
                results.context().cases(),
                results.context().listed(),
                note.isEmpty() ? null : note);
    }

    private static @Nullable Some some(SearchRequest request, SearchResults results) {
        HitCount count = results.some();
        return count == null
                ? null
                : new Some(
                        count.sections(),
                        count.cases(),
                        FacetLabel.byId(request.query().facets(), results.someFacets()));
    }

    private static List<Group> groups(SearchResults results) {
        List<Group> groups = new ArrayList<>();
        int hit = 0;
        for (HitGroup group : results.groups()) {
            int rank = results.hits().get(hit).rank();
            groups.add(new Group(rank, group.caseId(), group.sections(), group.shown()));
            hit += group.shown();
        }
        return groups;
    }

    private static Map<String, Long> unknown(SearchResults results) {
        var byId = new LinkedHashMap<String, Long>();
        for (Indicator indicator : Indicator.values()) {
            Long cases = results.missingIndicators().get(indicator);
            if (cases != null) {
                byId.put(indicator.id(), cases);
            }
        }
        return byId;
    }

    private static Query query(SearchRequest request, SearchResults results) {
        QueryInterpretation interpretation = results.interpretation();
        SpellingCorrection correction = interpretation.correction();
        return new Query(
                request.query().text(),
                interpretation.words().stream().map(SearchAnswer::word).toList(),
                QueryDescription.of(interpretation.query()),
                interpretation.impossible(),
                results.infix().stream().map(SearchAnswer::inside).toList(),
                interpretation.query().asWords(),
                interpretation.relaxation() != Relaxation.NONE,
                interpretation.relaxation().id(),
                interpretation.dropped(),
                correction == null ? null : correction.text(),
                correction != null && correction.applied());
    }

    private static Inside inside(InfixCount count) {
        return new Inside(
                count.expansion().id(),
                count.word(),
                count.use().id(),
                count.sections().isPresent() ? count.sections().getAsLong() : null);
    }

    private static Word word(WordInterpretation word) {
        return new Word(
                word.text(),
                word.exact(),
                word.excluded(),
                word.terms(),
                word.sections(),
                word.dropped(),
                word.isCondition(),
                word.expansions().stream().map(SearchAnswer::form).toList());
    }

    private static Form form(ExpansionCount count) {
        Expansion expansion = count.expansion();
        return new Form(
                expansion.id(),
                expansion.kind().id(),
                expansion.text(),
                count.sections(),
                count.additionalSections(),
                count.enabled());
    }

    static Hit hit(jirei.search.Hit hit) {
        return hit(hit, false);
    }

    private static Hit hit(jirei.search.Hit hit, boolean hasMatches) {
        Section section = hit.section();
        return new Hit(
                hit.rank(),
                hit.score(),
                inCase(hit),
                new SectionRef(
                        section.id(),
                        section.kind().id(),
                        section.heading(),
                        pairs(hit.headingMatches()),
                        hit.parentHeading(),
                        section.actors().stream().map(Actor::name).toList(),
                        section.themes().stream().map(Theme::id).toList(),
                        section.ocrConfidence(),
                        section.facets().byName()),
                hit.snippets().stream()
                        .map(snippet -> new Snippet(snippet.text(), pairs(snippet.matches())))
                        .toList(),
                hasMatches ? MatchInContext.of(section.text(), hit.textMatches()) : null,
                "/cases/" + hit.caseId() + "#" + section.id(),
                hit.match().id());
    }

    private static CaseRef inCase(jirei.search.Hit hit) {
        return new CaseRef(
                hit.caseId(),
                hit.number(),
                hit.caseTitle(),
                pairs(hit.titleMatches()),
                hit.caseFields().stream().map(HitExplanation.Field::id).toList(),
                Location.of(hit.prefecture(), hit.place()));
    }

    private static List<int[]> pairs(List<MatchRange> matches) {
        return matches.stream()
                .map(match -> new int[] {match.start(), match.end()})
                .toList();
    }
}
