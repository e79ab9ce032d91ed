package jirei.opensearch;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.similarities.BM25Similarity;

/** What a new index is made with: settings and fields, nothing that a managed service lacks. */
final class IndexMapping {
    /** Of what is written in what way; one of another number can't be searched. */
    static final int VERSION = 3;
    /** The kind of a document that is a case. */
    static final String CASE = "case";
    /** The kind of a document that is a section. */
    static final String SECTION = "section";
    /** What says of which case a section is. */
    static final String JOIN = "join";
    /** What is shown, in an object that isn't searched. */
    static final String STORED = "stored";

    static final String CASE_ID = "caseId";

    private static final String TERMS = "terms";
    private static final String TERMS_BESIDE = "terms-beside";
    private static final String BESIDE = ".words";

    private IndexMapping() {}

    /** The settings and fields of an index with {@code meta} that is yet to be filled. */
    static Map<String, Object> of(ClusterSettings settings, Map<String, Object> meta) {
        return Map.of("settings", settings(settings), "mappings", mappings(meta));
    }

    /** Whether several terms may stand in one position of {@code field}; to take those apart costs much. */
    static boolean mayHaveBeside(String field) {
        return field.endsWith(BESIDE);
    }

    private static Map<String, Object> settings(ClusterSettings settings) {
        BM25Similarity similarity = RemoteCorpus.similarity();
        return Map.of(
                "number_of_shards", settings.shards(),
                "number_of_replicas", settings.replicas(),
                "refresh_interval", "-1",
                "similarity",
                        Map.of("default", Map.of("type", "BM25", "k1", similarity.getK1(), "b", similarity.getB())),
                "analysis", analysis());
    }

    /** Takes {@link PretokenizedText} apart. */
    private static Map<String, Object> analysis() {
        Map<String, Object> positions = Map.of(
                "type",
                "char_group",
                "tokenize_on_chars",
                List.of(String.valueOf(PretokenizedText.POSITION)),
                "max_token_length",
                100_000);
        Map<String, Object> gaps = Map.of("type", "stop", "stopwords", List.of(String.valueOf(PretokenizedText.GAP)));
        Map<String, Object> beside = Map.of(
                "type",
                "pattern_capture",
                "preserve_original",
                false,
                "patterns",
                List.of("([^" + PretokenizedText.BESIDE + "]+)"));
        return Map.of(
                "tokenizer",
                Map.of("positions", positions),
                "filter",
                Map.of("gaps", gaps, "beside", beside),
                "analyzer",
                Map.of(TERMS, analyzer(List.of("gaps")), TERMS_BESIDE, analyzer(List.of("gaps", "beside"))));
    }

    private static Map<String, Object> analyzer(List<String> filters) {
        return Map.of("type", "custom", "tokenizer", "positions", "filter", filters);
    }

    private static Map<String, Object> mappings(Map<String, Object> meta) {
        Map<String, Object> keyword = Map.of("type", "keyword");
        Map<String, Object> counted = Map.of("type", "keyword", "eager_global_ordinals", true);
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
                                template("facets", "facet.*", counted),
                                template("caseFacets", "caseFacet.*", counted),
                                template("measures", "measure.*", Map.of("type", "double")),
                                template("whole", "*.whole", text(TERMS, "freqs")),
                                template("characters", "*.characters", text(TERMS, "freqs")),
                                template("words", "*" + BESIDE, text(TERMS_BESIDE, "positions")),
                                template("searched", "*.*", text(TERMS, "positions"))),
                "properties",
                        Map.of(
                                JOIN,
                                Map.of("type", "join", "relations", Map.of(CASE, SECTION)),
                                STORED,
                                Map.of("type", "object", "enabled", false),
                                CASE_ID,
                                counted,
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
