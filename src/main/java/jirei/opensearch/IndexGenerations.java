package jirei.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The generations of an index. Each is an OpenSearch index of its own, and an alias names the one that is searched.
 * Thread-safe.
 */
final class IndexGenerations {
    private static final String COMPLETE = "complete";
    private static final String COMMON = "common";
    private static final String MAPPING_VERSION = "shape";
    private static final int INCOMPATIBLE_SCHEMA = -1;

    private final ClusterClient cluster;
    private final String alias;

    /** @param alias the alias, which is the prefix of the names of generations */
    IndexGenerations(ClusterClient cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    /**
     * A generation. Immutable.
     *
     * @param name the name of its index
     * @param number its number, from 1; higher is newer
     * @param complete whether all documents have been written
     * @param manifest what it was built from
     * @param commonTerms the most frequent terms of each text field; empty while incomplete
     */
    record Generation(
            String name,
            int number,
            boolean complete,
            RemoteManifest manifest,
            Map<String, List<String>> commonTerms) {}

    /** Returns the generation that is searched; empty if there is none. */
    Optional<Generation> current() {
        return of("/" + alias).stream().filter(Generation::complete).max(Comparator.comparingInt(Generation::number));
    }

    /** Returns all generations, oldest first. */
    List<Generation> all() {
        return of("/" + alias + "-*");
    }

    private List<Generation> of(String path) {
        List<Generation> found = new ArrayList<>();
        cluster.find(path).ifPresent(response -> response.properties().forEach(index -> {
            String number = index.getKey().substring(index.getKey().lastIndexOf('-') + 1);
            if (number.matches("\\d{1,9}")) {
                JsonNode meta = index.getValue().path("mappings").path("_meta");
                found.add(new Generation(
                        index.getKey(),
                        Integer.parseInt(number),
                        meta.path(COMPLETE).asBoolean(),
                        manifest(meta),
                        commonTerms(meta)));
            }
        }));
        return found.stream()
                .sorted(Comparator.comparingInt(Generation::number))
                .toList();
    }

    private static RemoteManifest manifest(JsonNode meta) {
        List<String> faults = new ArrayList<>();
        meta.path("faultList").forEach(fault -> faults.add(fault.asString()));
        boolean isCurrentMapping = meta.path(MAPPING_VERSION).asInt() == IndexMapping.VERSION;
        return new RemoteManifest(
                isCurrentMapping ? meta.path("schema").asInt() : INCOMPATIBLE_SCHEMA,
                meta.path("fingerprint").asString(""),
                meta.path("lexicon").asString(""),
                meta.path("cases").asLong(),
                meta.path("sections").asLong(),
                meta.path("files").asLong(),
                meta.path("faults").asLong(),
                faults);
    }

    private static Map<String, List<String>> commonTerms(JsonNode meta) {
        Map<String, List<String>> commonTerms = new LinkedHashMap<>();
        meta.path(COMMON).properties().forEach(field -> {
            List<String> terms = new ArrayList<>();
            field.getValue().forEach(term -> terms.add(term.asString()));
            commonTerms.put(field.getKey(), terms);
        });
        return commonTerms;
    }

    /** Returns the metadata of an index, kept in its mapping. */
    static Map<String, Object> meta(RemoteManifest manifest, Map<String, List<String>> commonTerms, boolean complete) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(COMPLETE, complete);
        meta.put(MAPPING_VERSION, IndexMapping.VERSION);
        meta.put("schema", manifest.schema());
        meta.put("fingerprint", manifest.fingerprint());
        meta.put("lexicon", manifest.lexicon());
        meta.put("cases", manifest.cases());
        meta.put("sections", manifest.sections());
        meta.put("files", manifest.files());
        meta.put("faults", manifest.faults());
        meta.put("faultList", manifest.faultList());
        meta.put(COMMON, commonTerms);
        return meta;
    }

    /** Returns the name of the next generation. */
    String next() {
        List<Generation> all = all();
        int number = all.isEmpty() ? 1 : all.getLast().number() + 1;
        return alias + "-" + number;
    }

    /** Points the alias to {@code name}, atomically. */
    void publish(String name) {
        List<Object> actions = new ArrayList<>();
        of("/" + alias).stream()
                .filter(old -> !old.name().equals(name))
                .forEach(old -> actions.add(Map.of("remove", Map.of("index", old.name(), "alias", alias))));
        actions.add(Map.of("add", Map.of("index", name, "alias", alias)));
        cluster.send("POST", "/_aliases", Map.of(), Map.of("actions", actions));
    }

    /**
     * Deletes the generations older than {@code kept}, except {@code last}, which other servers may still be searching.
     */
    void deleteBefore(String kept, Optional<Generation> last) {
        int number = Integer.parseInt(kept.substring(alias.length() + 1));
        for (Generation old : all()) {
            boolean isLast = last.filter(one -> one.name().equals(old.name())).isPresent();
            if (old.number() < number && !isLast) {
                cluster.send("DELETE", "/" + old.name(), Map.of(), null);
            }
        }
    }
}
