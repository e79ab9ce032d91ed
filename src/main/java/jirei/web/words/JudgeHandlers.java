package jirei.web.words;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.evaluation.Topic;
import jirei.library.judging.Grade;
import jirei.library.judging.JudgedRanking;
import jirei.library.judging.JudgmentStore;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.EngineReference;
import jirei.search.Hit;
import jirei.web.access.EditorAccess;
import jirei.web.library.FormParameters;
import jirei.web.library.NextPageMessages;
import jirei.web.page.library.HistoryPage;
import jirei.web.page.words.JudgePage;
import jirei.web.page.words.JudgedRow;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The handlers of the judgments of hits. Thread-safe. */
final class JudgeHandlers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JudgmentStore judgments;
    private final JudgedRanking ranking;
    private final EngineReference engines;
    private final TemplateRenderer templates;
    private final NextPageMessages messages = new NextPageMessages();

    JudgeHandlers(WordParts words, EngineReference engines, TemplateRenderer templates) {
        this.judgments = words.judgments();
        this.ranking = words.ranking();
        this.engines = engines;
        this.templates = templates;
    }

    /** Responds with the first hits of a query and their judgments, and with the judged queries. */
    void page(Context context) throws IOException, ProblemException {
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of("q"));
        String query = JudgmentStore.normalized(SearchParameters.query(parameters));
        Map<String, Integer> grades = judgments.of(query).map(Topic::grades).orElse(Map.of());
        List<Hit> hits = query.isEmpty() ? List.of() : hits(query);
        Optional<JudgedRanking.Kept> kept = ranking.kept();
        List<JudgedRow> rows = JudgedRow.of(
                judgments.topics(), kept.map(JudgedRanking.Kept::ndcg).orElse(Map.of()), ndcg());
        templates.respond(
                context,
                "library/judge.jte",
                new JudgePage(
                        JudgePage.frame(templates.assets(context)),
                        query,
                        JudgePage.hits(hits, grades),
                        rows,
                        kept.map(figures -> HistoryPage.japanTime(Instant.parse(figures.time())))
                                .orElse(""),
                        String.join("", messages.take(context))));
    }

    /** The first hits as a reader sees them, those with some of the words last. */
    private List<Hit> hits(String query) throws IOException {
        return engines.with(engine -> {
            SearchRequest request = SearchRequest.of(query, engine.facets());
            return engine.fill(request, engine.search(request), false, Deadline.NONE)
                    .hits();
        });
    }

    private Map<String, Double> ndcg() throws IOException {
        return engines.with(ranking::ndcg);
    }

    /** Judges the hits of a form. */
    void judge(Context context) throws IOException, ProblemException {
        String query = JudgmentStore.normalized(FormParameters.text(context, "q"));
        Map<String, Optional<Grade>> grades = new LinkedHashMap<>();
        for (int at = 0; at < SearchRequest.DEFAULT_PAGE_SIZE; at++) {
            String docno = FormParameters.text(context, "doc." + at);
            if (JudgmentStore.isDocno(docno)) {
                grades.put(docno, Grade.of(FormParameters.number(FormParameters.text(context, "grade." + at))));
            }
        }
        if (!query.isEmpty()) {
            judgments.judge(query, grades, EditorAccess.editorOf(context).name());
            messages.add(context, "判定を保存しました。");
        }
        context.redirect("/library/judge" + new QueryString(List.of()).with("q", query), HttpStatus.SEE_OTHER);
    }

    /** A judged query in the API. Immutable. */
    record Judged(
            String id, String query, Map<String, Integer> grades, @Nullable Double ndcg, @Nullable Double ndcgBefore) {}

    /** Responds with the judged queries. */
    void api(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        Map<String, Double> now = ndcg();
        Map<String, Double> before =
                ranking.kept().map(JudgedRanking.Kept::ndcg).orElse(Map.of());
        List<Judged> topics = new ArrayList<>();
        for (Topic topic : judgments.topics()) {
            topics.add(
                    new Judged(topic.id(), topic.query(), topic.grades(), now.get(topic.id()), before.get(topic.id())));
        }
        context.json(Map.of("topics", topics));
    }

    /** A judgment in the API; without a grade it is taken back. Immutable. */
    record Judgment(@Nullable String query, @Nullable String docno, @Nullable Integer grade) {}

    /** Judges one section for a query. */
    void judgeOne(Context context) throws IOException, ProblemException {
        Judgment sent;
        try {
            sent = JSON.readValue(context.body(), Judgment.class);
        } catch (JacksonException malformed) {
            throw wrong("body", context.body());
        }
        String query = sent.query() == null ? "" : JudgmentStore.normalized(sent.query());
        String docno = sent.docno() == null ? "" : sent.docno();
        Integer grade = sent.grade();
        Optional<Grade> known = grade == null ? Optional.empty() : Grade.of(grade);
        if (query.isEmpty()) {
            throw wrong("query", query);
        }
        if (!JudgmentStore.isDocno(docno)) {
            throw wrong("docno", docno);
        }
        if (grade != null && known.isEmpty()) {
            throw wrong("grade", Integer.toString(grade));
        }
        judgments.judge(
                query, Map.of(docno, known), EditorAccess.editorOf(context).name());
        context.json(new Judgment(query, docno, grade));
    }

    private static ProblemException wrong(String name, String value) {
        return new ProblemException(Problem.wrongValue(
                name,
                value,
                List.of("query: 検索語", "docno: 事例の id#節の id", "grade: 2、1、0 か null"),
                "判定の " + name + " が正しくありません。"));
    }
}
