package jirei.library.judging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.Sha256;
import jirei.evaluation.Topic;
import jirei.library.cases.CaseStore;
import jirei.query.SearchRequest;

/**
 * The judgments of a corpus: {@code judgments/topics.tsv} and {@code judgments/qrels.txt} in the formats of TREC, as {@code
 * evaluate} reads them. Since that refuses a topic without a relevant section, the lines of such a topic are comments until it has
 * one. Other lines are kept as they are. Thread-safe, if no other process writes the files.
 */
public final class JudgmentStore {
    private static final String FOLDER = "judgments";
    private static final String HELD = "#~ ";
    private static final Pattern TOPIC = Pattern.compile("(#~ )?([^#\\s]\\S*)\t([^\t]+)(?:\t([^\t]*))?");
    private static final Pattern JUDGMENT =
            Pattern.compile("(#~ )?([^#\\s]\\S*)\\s+\\S+\\s+(\\S+)\\s+(-?\\d{1,9})\\s*");
    private static final Pattern NUMBERED = Pattern.compile("q([0-9]{1,8})");
    private static final Pattern DOCNO = Pattern.compile("[^\\s#]{1,200}#[^\\s#]{1,200}");

    private final Path topics;
    private final Path qrels;
    private final CaseStore.ChangeListener listener;

    /**
     * @param corpus the corpus directory
     * @param listener receives every change, with the id of the topic as the id, and the versions of the judgments
     */
    public JudgmentStore(Path corpus, CaseStore.ChangeListener listener) {
        this.topics = corpus.resolve(FOLDER).resolve("topics.tsv");
        this.qrels = corpus.resolve(FOLDER).resolve("qrels.txt");
        this.listener = listener;
    }

    /** Returns whether {@code docno} names a section, as in {@code case-id#section-id}. */
    public static boolean isDocno(String docno) {
        return DOCNO.matcher(docno).matches();
    }

    /** Returns {@code query} as it is kept: with single spaces, at most as long as a query may be. */
    public static String normalized(String query) {
        String stripped = query.replaceAll("\\s+", " ").strip();
        return stripped.substring(0, Math.min(stripped.length(), SearchRequest.MAX_QUERY_LENGTH));
    }

    /** Returns the judged queries in the order of the file. */
    public synchronized List<Topic> topics() throws IOException {
        return topics(lines(topics), lines(qrels));
    }

    private static List<Topic> topics(List<String> topicLines, List<String> judgmentLines) {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        for (String line : judgmentLines) {
            Matcher judgment = JUDGMENT.matcher(line);
            if (judgment.matches()) {
                grades.computeIfAbsent(judgment.group(2), id -> new LinkedHashMap<>())
                        .put(judgment.group(3), Integer.valueOf(judgment.group(4)));
            }
        }
        List<Topic> all = new ArrayList<>();
        for (String line : topicLines) {
            Matcher topic = TOPIC.matcher(line);
            if (topic.matches()) {
                Map<String, Integer> ofTopic = grades.getOrDefault(topic.group(2), Map.of());
                boolean isCaseLevel =
                        !ofTopic.isEmpty() && ofTopic.keySet().stream().noneMatch(JudgmentStore::isDocno);
                String type = topic.group(4) == null ? "" : topic.group(4);
                all.add(new Topic(topic.group(2), topic.group(3), type, isCaseLevel, ofTopic));
            }
        }
        return all;
    }

    /** Returns the judgments of sections for {@code query}; empty if there are none. */
    public Optional<Topic> of(String query) throws IOException {
        return ofSections(topics(), normalized(query));
    }

    private static Optional<Topic> ofSections(List<Topic> all, String query) {
        return all.stream()
                .filter(topic -> topic.query().equals(query) && !topic.caseLevel())
                .findFirst();
    }

    /**
     * Judges sections for a query; the judgments are on the disk when this returns.
     *
     * @param grades the grade by docno, see {@link #isDocno}; empty to take a judgment back
     * @param editor the name of who judges
     * @throws IllegalArgumentException if the query is blank or a docno names no section
     */
    public synchronized void judge(String query, Map<String, Optional<Grade>> grades, String editor)
            throws IOException {
        String asked = normalized(query);
        if (asked.isEmpty() || !grades.keySet().stream().allMatch(JudgmentStore::isDocno)) {
            throw new IllegalArgumentException("a query and docnos of sections are needed, got " + grades.keySet());
        }
        List<String> topicLines = lines(topics);
        List<String> judgmentLines = lines(qrels);
        String before = String.join("\n", judgmentLines);
        List<Topic> all = topics(topicLines, judgmentLines);
        String id = ofSections(all, asked).map(Topic::id).orElse(nextId(all));
        if (all.stream().noneMatch(topic -> topic.id().equals(id))) {
            topicLines.add(id + "\t" + asked);
        }
        grades.forEach((docno, grade) -> replace(judgmentLines, id, docno, grade));
        hold(topicLines, judgmentLines, id);
        String after = String.join("\n", judgmentLines);
        if (!after.equals(before)) {
            Files.createDirectories(topics.resolveSibling(""));
            AtomicFile.write(topics, text(topicLines));
            AtomicFile.write(qrels, text(judgmentLines));
            listener.changed(editor, "judge", id, Sha256.of(before), Sha256.of(after));
        }
    }

    private static String nextId(List<Topic> all) {
        int last = 0;
        for (Topic topic : all) {
            Matcher numbered = NUMBERED.matcher(topic.id());
            last = numbered.matches() ? Math.max(last, Integer.parseInt(numbered.group(1))) : last;
        }
        return "q" + (last + 1);
    }

    private static void replace(List<String> lines, String id, String docno, Optional<Grade> grade) {
        int at = lines.size();
        for (int line = lines.size() - 1; line >= 0; line--) {
            Matcher judgment = JUDGMENT.matcher(lines.get(line));
            if (judgment.matches()
                    && judgment.group(2).equals(id)
                    && judgment.group(3).equals(docno)) {
                lines.remove(line);
                at = line;
            }
        }
        int place = Math.min(at, lines.size());
        grade.ifPresent(known -> lines.add(place, id + " 0 " + docno + " " + known.value()));
    }

    /** Makes the lines of a topic comments as long as no section is relevant; a topic without judgments is removed. */
    private static void hold(List<String> topicLines, List<String> judgmentLines, String id) {
        Map<String, Integer> grades = topics(topicLines, judgmentLines).stream()
                .filter(topic -> topic.id().equals(id))
                .findFirst()
                .map(Topic::grades)
                .orElse(Map.of());
        boolean isHeld = grades.values().stream().noneMatch(grade -> grade > 0);
        mark(topicLines, TOPIC, id, isHeld);
        mark(judgmentLines, JUDGMENT, id, isHeld);
        if (grades.isEmpty()) {
            topicLines.removeIf(line -> isOf(line, TOPIC, id));
        }
    }

    private static boolean isOf(String line, Pattern pattern, String id) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() && matcher.group(2).equals(id);
    }

    private static void mark(List<String> lines, Pattern pattern, String id, boolean isHeld) {
        lines.replaceAll(line -> {
            if (!isOf(line, pattern, id)) {
                return line;
            }
            String plain = line.startsWith(HELD) ? line.substring(HELD.length()) : line;
            return isHeld ? HELD + plain : plain;
        });
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? new ArrayList<>(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                : new ArrayList<>();
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
