package jirei.library.judging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jirei.corpus.text.AtomicFile;
import jirei.evaluation.Evaluator;
import jirei.evaluation.Topic;
import jirei.search.SearchEngine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the ranking of the judged queries, and keeps the figures before the last change of the lexicon in the file {@code
 * .library/judged.json}. Thread-safe.
 */
public final class JudgedRanking {
    /** The first judged queries are measured, which takes some milliseconds each. */
    private static final int MAX_TOPICS = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JudgmentStore judgments;
    private final Path file;
    private final InstantSource clock;

    /** @param corpus the corpus directory */
    public JudgedRanking(JudgmentStore judgments, Path corpus, InstantSource clock) {
        this.judgments = judgments;
        this.file = corpus.resolve(".library").resolve("judged.json");
        this.clock = clock;
    }

    /**
     * Figures of an earlier time. Immutable.
     *
     * @param time when they were measured, as in ISO 8601
     * @param ndcg nDCG@10 by the ids of the topics
     */
    public record Kept(String time, Map<String, Double> ndcg) {
        public Kept {
            ndcg = Map.copyOf(ndcg);
        }
    }

    /** Returns nDCG@10 by the ids of the judged queries, in order; without those that have no relevant section. */
    public Map<String, Double> ndcg(SearchEngine engine) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Topic topic : judgments.topics()) {
            if (figures.size() < MAX_TOPICS && topic.grades().values().stream().anyMatch(grade -> grade > 0)) {
                figures.put(topic.id(), Evaluator.evaluate(engine, topic).ndcg());
            }
        }
        return figures;
    }

    /** Keeps {@code figures}, which were measured before a change, in place of those kept before; none are not kept. */
    public synchronized void keep(Map<String, Double> figures) throws IOException {
        if (!figures.isEmpty()) {
            Files.createDirectories(file.resolveSibling(""));
            String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            AtomicFile.write(file, JSON.writeValueAsString(new Kept(now, figures)));
        }
    }

    /** Returns the figures that were kept last; empty if there are none. */
    public Optional<Kept> kept() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Kept.class));
        } catch (JacksonException ofOtherVersion) {
            return Optional.empty();
        }
    }
}
