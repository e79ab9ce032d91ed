package jirei.library.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.analysis.Noun;
import jirei.analysis.NounExtractor;
import jirei.cases.Section;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.Relaxation;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/**
 * Finds significant terms: nouns and compounds that are more frequent in the sections that some queries find than in the
 * corpus. They are scored by JLH, the change of the frequency times its ratio, as the aggregation significant_terms of
 * Elasticsearch does. Thread-safe.
 */
final class WordsNearby {
    private static final int MAX_SECTIONS = 50;
    /** Terms whose frequency in the corpus is counted, each by a search. */
    private static final int MAX_COUNTED = 25;

    /** A term in a single section is there by chance. */
    private static final int MIN_SECTIONS = 2;

    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 12;
    private static final int MAX_PARTS = 4;

    private final SearchEngine engine;
    private final NounExtractor nouns;

    WordsNearby(SearchEngine engine, NounExtractor nouns) {
        this.engine = engine;
        this.nouns = nouns;
    }

    /** A term with its score. */
    private record Scored(String term, double score) {}

    /** Returns the significant terms of the sections that all words of one of {@code queries} find, best first. */
    List<String> of(List<String> queries) throws IOException {
        Map<String, Section> sections = new HashMap<>();
        for (String query : queries) {
            for (Hit hit : found(query)) {
                sections.put(hit.caseId() + "/" + hit.section().id(), hit.section());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Section section : sections.values()) {
            terms(section.heading() + "\n" + section.text()).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        counts.keySet().removeIf(term -> queries.stream().anyMatch(query -> query.contains(term)));
        List<String> candidates = counts.entrySet().stream()
                .filter(term -> term.getValue() >= MIN_SECTIONS)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> term) ->
                                -term.getValue() * term.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_COUNTED)
                .map(Map.Entry::getKey)
                .toList();
        return scored(candidates, counts, sections.size());
    }

    private List<String> scored(List<String> candidates, Map<String, Integer> counts, int sections) throws IOException {
        double all = Math.max(1, engine.status().sections());
        List<Scored> scored = new ArrayList<>();
        for (String term : candidates) {
            double near = counts.getOrDefault(term, 0) / (double) sections;
            double anywhere = Math.max(1, total(term)) / all;
            if (near > anywhere) {
                scored.add(new Scored(term, (near - anywhere) * near / anywhere));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::term))
                .map(Scored::term)
                .toList();
    }

    private List<Hit> found(String query) throws IOException {
        SearchRequest request = SearchRequest.of(query, engine.facets()).withSize(MAX_SECTIONS);
        SearchResults results =
                engine.search(request.with(request.expansionOptions().verbatim(true)));
        return results.interpretation().relaxation() == Relaxation.NONE ? results.hits() : List.of();
    }

    private long total(String term) throws IOException {
        SearchRequest request = SearchRequest.of(term, engine.facets()).withSize(1);
        return engine.search(request.with(new ExpansionOptions(false, false, Set.of(), true)))
                .total()
                .sections();
    }

    /** Returns the nouns of {@code text}, and the compounds of adjacent ones. */
    private Set<String> terms(String text) {
        Set<String> terms = new HashSet<>();
        List<Noun> run = new ArrayList<>();
        for (Noun noun : nouns.extract(text)) {
            if (!noun.adjacent()) {
                addCompound(run, terms);
                run.clear();
            }
            run.add(noun);
            if (noun.role() == Noun.Role.WORD) {
                addTerm(noun.text(), terms);
            }
        }
        addCompound(run, terms);
        return terms;
    }

    private static void addCompound(List<Noun> run, Set<String> terms) {
        if (run.size() > 1 && run.size() <= MAX_PARTS) {
            addTerm(run.stream().map(Noun::text).reduce("", String::concat), terms);
        }
    }

    private static void addTerm(String term, Set<String> terms) {
        if (term.length() >= MIN_LENGTH && term.length() <= MAX_LENGTH) {
            terms.add(term);
        }
    }
}
