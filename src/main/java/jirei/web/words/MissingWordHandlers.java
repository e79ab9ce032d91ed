package jirei.web.words;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.words.LexiconEntry;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconStore;
import jirei.library.words.MissingWord;
import jirei.library.words.ZeroHitQueries;
import jirei.search.EngineReference;
import jirei.web.library.FormParameters;
import jirei.web.page.words.MissingWordsPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/** The handlers of the words of queries that no section has. Thread-safe. */
final class MissingWordHandlers {
    private static final int PAGE_SIZE = 10;
    private static final int MAX_PAGE = 1_000;
    /** The most frequent queries, which are searched to find the words that are still missing. */
    private static final int MAX_QUERIES = 200;

    private final LexiconStore store;
    private final EngineReference engines;
    private final TemplateRenderer templates;
    private final @Nullable Path log;

    /** @param log the log of queries without hits; null if there is none */
    MissingWordHandlers(LexiconStore store, EngineReference engines, TemplateRenderer templates, @Nullable Path log) {
        this.store = store;
        this.engines = engines;
        this.templates = templates;
        this.log = log;
    }

    private static int page(String raw) throws ProblemException {
        String typed = SearchParameters.single(SearchParameters.parse(raw, List.of("page")), "page", "1");
        int page = FormParameters.number(typed);
        if (page < 1 || page > MAX_PAGE) {
            throw new ProblemException(Problem.wrongValue(
                    "page", typed, List.of("1〜" + MAX_PAGE + "の整数"), "ページに「" + typed + "」は指定できません。"));
        }
        return page;
    }

    private List<MissingWord> words(int page) throws IOException, CorpusFormatException {
        if (log == null || !Files.exists(log)) {
            return List.of();
        }
        Map<String, Integer> queries = new java.util.LinkedHashMap<>();
        ZeroHitQueries.read(log).entrySet().stream()
                .limit(MAX_QUERIES)
                .forEach(query -> queries.put(query.getKey(), query.getValue()));
        return engines.<List<MissingWord>, CorpusFormatException>with(
                engine -> store.missingWords(engine).of(queries, (page - 1) * PAGE_SIZE, PAGE_SIZE + 1));
    }

    /** Responds with the words and proposals for them, each a link to the form of the synonyms. */
    void page(Context context) throws IOException, ProblemException {
        int page = page(QueryString.raw(context));
        String problem = log == null
                ? "いまは、見つからなかったキーワードを記録していません。記録を始めるには、サーバーを動かしている人が設定 zero-hits に記録のファイルの名前（zero-hits.tsv など）を書き、サーバーを起動し直します。"
                : "";
        List<MissingWord> words = List.of();
        try {
            words = words(page);
        } catch (CorpusFormatException e) {
            problem = "辞書に誤りがあるため、案を出せません。";
        }
        List<LexiconEntry> groups = store.read(LexiconFile.SYNONYMS).table().entries();
        List<MissingWordsPage.Row> rows = words.stream()
                .limit(PAGE_SIZE)
                .map(word -> MissingWordsPage.row(word, groups))
                .toList();
        templates.respond(
                context,
                "library/missing-words.jte",
                new MissingWordsPage(
                        MissingWordsPage.frame(templates.assets(context)),
                        rows,
                        page,
                        words.size() > PAGE_SIZE,
                        problem));
    }

    /** Responds with the words and proposals for them. */
    void api(Context context) throws IOException, ProblemException {
        int page = page(QueryString.raw(context));
        try {
            List<MissingWord> words = words(page);
            context.json(Map.of(
                    "logged", Optional.ofNullable(log).isPresent(),
                    "words", words.subList(0, Math.min(PAGE_SIZE, words.size())),
                    "more", words.size() > PAGE_SIZE));
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidLexicon(
                    "lexicon",
                    e.diagnostics().stream()
                            .map(fault -> fault.line() + "行目: " + fault.problem())
                            .toList()));
        }
    }
}
