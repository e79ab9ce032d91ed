package jirei.opensearch;

import java.util.List;
import java.util.Map;
import jirei.engine.query.FieldBoosts;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Settings and field mappings of a new index. Uses only features that managed services also offer: no plugins. Stateless.
 */
final class IndexMapping {
    /** The version of the document format; an index with another version cannot be searched. */
    static final int VERSION = 6;
    /** The document type of a case. */
    static final String CASE = "case";
    /** The document type of a section. */
    static final String SECTION = "section";
    /** The join field, which links a section to its case. */
    static final String JOIN = "join";
    /** The object with the stored fields, which is not indexed. */
    static final String STORED = "stored";

    static final String CASE_ID = "caseId";

    private static final String TERMS = "terms";
    private static final String STACKED_TERMS = "terms-beside";
    private static final List<String> STACKED_SUFFIXES = List.of(".words", ".bigrams", ".readings");

    private IndexMapping() {}

    /** Returns the settings and mappings of a new index with {@code meta}. */
    static Map<String, Object> of(ClusterSettings settings, Map<String, Object> meta) {
        return Map.of("settings", settings(settings), "mappings", mappings(meta));
    }

    /**
     * Whether a position of {@code field} may have several terms.
     */
    static boolean mayHaveStackedTerms(String field) {
        return STACKED_SUFFIXES.stream().anyMatch(field::endsWith);
    }

    private static Map<String, Object> settings(ClusterSettings settings) {
        BM25Similarity similarity = FieldBoosts.similarity();
        return Map.of(
                "number_of_shards", settings.shards(),
                "number_of_replicas", settings.replicas(),
                "refresh_interval", "-1",
                "similarity",
                        Map.of("default", Map.of("type", "BM25", "k1", similarity.getK1(), "b", similarity.getB())),
                "analysis", analysis());
    }

    /** The analyzers that split {@link PretokenizedText} into terms. */
    private static Map<String, Object> analysis() {
        Map<String, Object> positions = Map.of(
                "type",
                "char_group",
                "tokenize_on_chars",
                List.of(String.valueOf(PretokenizedText.POSITION)),
                "max_token_length",
                100_000);
        Map<String, Object> gaps = Map.of("type", "stop", "stopwords", List.of(String.valueOf(PretokenizedText.GAP)));
        Map<String, Object> stacked = Map.of(
                "type",
                "pattern_capture",
                "preserve_original",
                false,
                "patterns",
                List.of("([^" + PretokenizedText.STACKED + "]+)"));
        return Map.of(
                "tokenizer",
                Map.of("positions", positions),
                "filter",
                Map.of("gaps", gaps, "beside", stacked),
                "analyzer",
                Map.of(TERMS, analyzer(List.of("gaps")), STACKED_TERMS, analyzer(List.of("gaps", "beside"))));
    }

    private static Map<String, Object> analyzer(List<String> filters) {
        return Map.of("type", "custom", "tokenizer", "positions", "filter", filters);
    }

    private static Map<String, Object> mappings(Map<String, Object> meta) {
        Map<String, Object> keyword = Map.of("type", "keyword");
        Map<String, Object> facet = Map.of("type", "keyword", "eager_global_ordinals", true);
        Map<String, Object> number = Map.of("type", "long", "index", false);
        return Map.of(
                "_meta", meta,
                "_source", Map.of("includes", List.of(STORED + "*")),
                "dynamic", "strict_allow_templates",
                "dynamic_templates",
                        List.of(
                                Map.of(
                                        "groups",
                                        Map.of("match_mapping_type", "object", "mapping", Map.of("type", "object"))),
                                template("facets", "facet.*", facet),
                                template("caseFacets", "caseFacet.*", facet),
                                template("measures", "measure.*", Map.of("type", "double")),
                                template("body", "body.*", text(STACKED_TERMS, "freqs")),
                                template("whole", "*.whole", text(TERMS, "freqs")),
                                template("characters", "*.characters", text(TERMS, "freqs")),
                                template("searched", "*.*", text(STACKED_TERMS, "positions"))),
                "properties",
                        Map.of(
                                JOIN,
                                Map.of("type", "join", "relations", Map.of(CASE, SECTION)),
                                STORED,
                                Map.of("type", "object", "enabled", false),
                                CASE_ID,
                                facet,
                                "type",
                                keyword,
                                "region",
                                keyword,
                                "caseFile",
                                keyword,
                                "number",
                                number,
                                "year",
                                number,
                                "position",
                                number));
    }

    private static Map<String, Object> text(String analyzer, String options) {
        return Map.of("type", "text", "analyzer", analyzer, "index_options", options);
    }

    private static Map<String, Object> template(String name, String fields, Map<String, Object> mapping) {
        return Map.of(name, Map.of("path_match", fields, "mapping", mapping));
    }
}
