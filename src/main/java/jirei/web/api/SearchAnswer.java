package jirei.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.cases.Actor;
import jirei.cases.Indicator;
import jirei.cases.Prefecture;
import jirei.cases.Theme;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.ExpansionCount;
import jirei.search.FacetCount;
import jirei.search.HitGroup;
import jirei.search.MatchRange;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/search}.
 *
 * @param query how the query was understood
 * @param total how much matches in all
 * @param hits the hits of this page, in order
 * @param facets the labels by facet id, in the order of {@link Facet}
 * @param page which page this is, from 1
 * @param size hits a page
 * @param sort the order, by id
 * @param group how hits stand together: section (each for itself) or case
 * @param groups the cases of this page with how many of their sections match, and how many of the hits, in order, are theirs;
 *     empty where hits aren't grouped
 * @param unknown in how many cases, which would be found otherwise, what a range asks for isn't known, by measure
 * @param likeness how like the region asked for the cases of this page are, in per cent, by case id
 * @param tookMillis how long the search took
 */
public record SearchAnswer(
        Query query,
        Total total,
        List<Hit> hits,
        Map<String, List<Label>> facets,
        int page,
        int size,
        String sort,
        String group,
        List<Group> groups,
        Map<String, Long> unknown,
        Map<String, Integer> likeness,
        long tookMillis) {
    /**
     * How the query was understood.
     *
     * @param relaxed whether the search was widened
     * @param widening how far, by id
     * @param text as typed
     * @param correction the query that may have been meant; null where none is proposed
     * @param correctionApplied whether the answer is to that query
     */
    public record Query(
            String text,
            List<Word> interpretation,
            boolean asWords,
            boolean relaxed,
            String widening,
            List<String> dropped,
            @Nullable String correction,
            boolean correctionApplied) {}

    /** A word as it was looked for. */
    public record Word(
            String text,
            boolean exact,
            boolean excluded,
            List<String> terms,
            long sections,
            boolean dropped,
            List<Form> forms) {}

    /** A form in which a word was looked for; {@code id} is what the parameter {@code off} takes. */
    public record Form(String id, String kind, String text, long sections, long adds, boolean on) {}

    /** How much matches; counted to the end where {@code exact}. */
    public record Total(long sections, long cases, boolean exact) {}

    /** A section that answers. */
    public record Hit(
            int rank,
            float score,
            String caseId,
            @Nullable Integer number,
            String caseTitle,
            @Nullable String prefecture,
            String place,
            String sectionId,
            String kind,
            String heading,
            List<int[]> headingMatches,
            String parentHeading,
            List<String> actors,
            List<String> themes,
            List<Snippet> snippets,
            String url) {}

    /** A piece of text; matches are pairs of start and end. */
    public record Snippet(String text, List<int[]> matches) {}

    /** A value of a facet with its name and counts. */
    public record Label(String value, String label, long sections, long cases, boolean selected, boolean excluded) {}

    /** A case with the number of its sections that match and that stand among the hits. */
    public record Group(int rank, String caseId, long sections, int shown) {}

    /** The answer {@code results} to {@code request}. */
    public static SearchAnswer of(SearchRequest request, SearchResults results) {
        return new SearchAnswer(
                query(request, results.interpretation()),
                new Total(
                        results.total().sections(),
                        results.total().cases(),
                        results.total().exact()),
                results.hits().stream().map(SearchAnswer::hit).toList(),
                facets(results.facets()),
                request.page(),
                request.size(),
                request.sort().id(),
                request.byCase() ? "case" : "section",
                groups(results),
                unknown(results),
                new TreeMap<>(results.regionSimilarity()),
                results.tookMillis());
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
        for (Indicator measure : Indicator.values()) {
            Long cases = results.missingIndicators().get(measure);
            if (cases != null) {
                byId.put(measure.id(), cases);
            }
        }
        return byId;
    }

    private static Query query(SearchRequest request, QueryInterpretation interpretation) {
        SpellingCorrection correction = interpretation.correction();
        return new Query(
                request.query(),
                interpretation.words().stream().map(SearchAnswer::word).toList(),
                interpretation.query().asWords(),
                interpretation.relaxation() != Relaxation.NONE,
                interpretation.relaxation().id(),
                interpretation.dropped(),
                correction == null ? null : correction.text(),
                correction != null && correction.applied());
    }

    private static Word word(WordInterpretation word) {
        return new Word(
                word.text(),
                word.exact(),
                word.excluded(),
                word.terms(),
                word.sections(),
                word.dropped(),
                word.expansions().stream().map(SearchAnswer::form).toList());
    }

    private static Form form(ExpansionCount form) {
        var of = form.expansion();
        return new Form(of.id(), of.kind().id(), of.text(), form.sections(), form.additionalSections(), form.enabled());
    }

    static Hit hit(jirei.search.Hit hit) {
        var section = hit.section();
        return new Hit(
                hit.rank(),
                hit.score(),
                hit.caseId(),
                hit.number(),
                hit.caseTitle(),
                name(hit.prefecture()),
                hit.place(),
                section.id(),
                section.kind().id(),
                section.heading(),
                pairs(hit.headingMatches()),
                hit.parentHeading(),
                section.actors().stream().map(Actor::name).toList(),
                section.themes().stream().map(Theme::letter).toList(),
                hit.snippets().stream()
                        .map(snippet -> new Snippet(snippet.text(), pairs(snippet.matches())))
                        .toList(),
                "/cases/" + hit.caseId() + "#" + section.id());
    }

    private static @Nullable String name(@Nullable Prefecture prefecture) {
        return prefecture == null ? null : prefecture.fullName();
    }

    private static List<int[]> pairs(List<MatchRange> matches) {
        return matches.stream()
                .map(match -> new int[] {match.start(), match.end()})
                .toList();
    }

    private static Map<String, List<Label>> facets(Map<Facet, List<FacetCount>> facets) {
        var byId = new LinkedHashMap<String, List<Label>>();
        for (Facet facet : Facet.values()) {
            byId.put(
                    facet.id(),
                    facets.getOrDefault(facet, List.of()).stream()
                            .map(label -> label(facet, label))
                            .toList());
        }
        return byId;
    }

    private static Label label(Facet facet, FacetCount label) {
        return new Label(
                label.value(),
                facet.valueLabel(label.value()),
                label.count().sections(),
                label.count().cases(),
                label.selected(),
                label.excluded());
    }
}
