package jirei.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The generations of an index: each is an index of its own, and an alias names the one that is searched. */
final class IndexGenerations {
    private static final String COMPLETE = "complete";
    private static final String COMMON = "common";
    private static final String SHAPE = "shape";
    private static final int OF_ANOTHER_SHAPE = -1;

    private final ClusterClient cluster;
    private final String alias;

    /** @param alias the name of the index */
    IndexGenerations(ClusterClient cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    /**
     * A generation.
     *
     * @param name the name of its index
     * @param number its number, from 1; greater is newer
     * @param complete whether everything is in it
     * @param manifest what it is built from
     * @param commonTerms the commonest terms of each text field
     */
    record Generation(
            String name,
            int number,
            boolean complete,
            RemoteManifest manifest,
            Map<String, List<String>> commonTerms) {}

    /** The generation that is searched; empty if there is none. */
    Optional<Generation> current() {
        return of("/" + alias).stream().filter(Generation::complete).max(Comparator.comparingInt(Generation::number));
    }

    /** Every generation, the oldest first. */
    List<Generation> all() {
        return of("/" + alias + "-*");
    }

    private List<Generation> of(String path) {
        List<Generation> found = new ArrayList<>();
        cluster.find(path).ifPresent(answer -> answer.properties().forEach(index -> {
            String number = index.getKey().substring(index.getKey().lastIndexOf('-') + 1);
            if (number.matches("\\d{1,9}")) {
                JsonNode meta = index.getValue().path("mappings").path("_meta");
                found.add(new Generation(
                        index.getKey(),
                        Integer.parseInt(number),
                        meta.path(COMPLETE).asBoolean(),
                        manifest(meta),
                        common(meta)));
            }
        }));
        return found.stream()
                .sorted(Comparator.comparingInt(Generation::number))
                .toList();
    }

    private static RemoteManifest manifest(JsonNode meta) {
        List<String> faults = new ArrayList<>();
        meta.path("faultList").forEach(fault -> faults.add(fault.asString()));
        boolean isOfThisShape = meta.path(SHAPE).asInt() == IndexMapping.VERSION;
        return new RemoteManifest(
                isOfThisShape ? meta.path("schema").asInt() : OF_ANOTHER_SHAPE,
                meta.path("fingerprint").asString(""),
                meta.path("lexicon").asString(""),
                meta.path("cases").asLong(),
                meta.path("sections").asLong(),
                meta.path("files").asLong(),
                meta.path("faults").asLong(),
                faults);
    }

    private static Map<String, List<String>> common(JsonNode meta) {
        Map<String, List<String>> common = new LinkedHashMap<>();
        meta.path(COMMON).properties().forEach(field -> {
            List<String> terms = new ArrayList<>();
            field.getValue().forEach(term -> terms.add(term.asString()));
            common.put(field.getKey(), terms);
        });
        return common;
    }

    /** What an index keeps beside its documents. */
    static Map<String, Object> meta(RemoteManifest manifest, Map<String, List<String>> common, boolean complete) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(COMPLETE, complete);
        meta.put(SHAPE, IndexMapping.VERSION);
        meta.put("schema", manifest.schema());
        meta.put("fingerprint", manifest.fingerprint());
        meta.put("lexicon", manifest.lexicon());
        meta.put("cases", manifest.cases());
        meta.put("sections", manifest.sections());
        meta.put("files", manifest.files());
        meta.put("faults", manifest.faults());
        meta.put("faultList", manifest.faultList());
        meta.put(COMMON, common);
        return meta;
    }

    /** The name of a generation that is newer than all. */
    String next() {
        List<Generation> all = all();
        int number = all.isEmpty() ? 1 : all.getLast().number() + 1;
        return alias + "-" + number;
    }

    /** Lets {@code name} be searched from now on, in one step. */
    void become(String name) {
        List<Object> steps = new ArrayList<>();
        of("/" + alias).stream()
                .filter(old -> !old.name().equals(name))
                .forEach(old -> steps.add(Map.of("remove", Map.of("index", old.name(), "alias", alias))));
        steps.add(Map.of("add", Map.of("index", name, "alias", alias)));
        cluster.ask("POST", "/_aliases", Map.of(), Map.of("actions", steps));
    }

    /** Deletes the generations before {@code kept}, but the one before it, which others may still search. */
    void deleteBefore(String kept, Optional<Generation> last) {
        int number = Integer.parseInt(kept.substring(alias.length() + 1));
        for (Generation old : all()) {
            boolean isLast = last.filter(one -> one.name().equals(old.name())).isPresent();
            if (old.number() < number && !isLast) {
                cluster.ask("DELETE", "/" + old.name(), Map.of(), null);
            }
        }
    }
}
