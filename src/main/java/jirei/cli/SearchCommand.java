package jirei.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Prefecture;
import jirei.corpus.text.CorpusFormatException;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.InfixCount;
import jirei.search.MatchRange;
import jirei.search.NoHitsAdvice;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.Snippet;
import jirei.web.api.SearchAnswer;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.page.search.AdviceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "search", description = "事例を検索し、見つかった節を適合度の順に示す。")
final class SearchCommand extends CorpusCommand {
    @Parameters(paramLabel = "検索語", description = "検索する語（空白で AND、OR、-、\"…\"、県:大阪府 など）", arity = "1..*")
    private List<String> words = List.of();

    @Option(names = "--prefecture", paramLabel = "都道府県", description = "都道府県で絞り込む（繰り返せる）")
    private List<String> prefectures = new ArrayList<>();

    @Option(names = "--actor", paramLabel = "主体", description = "主体で絞り込む（繰り返せる）")
    private List<String> actors = new ArrayList<>();

    @Option(names = "--exclude-prefecture", paramLabel = "都道府県", description = "この都道府県を除く（繰り返せる）")
    private List<String> excludedPrefectures = new ArrayList<>();

    @Option(names = "--exclude-actor", paramLabel = "主体", description = "この主体の節を除く（繰り返せる）")
    private List<String> excludedActors = new ArrayList<>();

    @Option(names = "--exclude-ocr", description = "機械読み取り（OCR）の文章のある節を除く")
    private boolean excludeOcr;

    @Option(names = "--json", description = "API と同じ JSON で示す")
    private boolean json;

    SearchCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException {
        try (SearchEngine engine = openFresh()) {
            SearchRequest request = request(engine);
            SearchResults results = engine.fill(request, engine.search(request), false, Deadline.NONE);
            if (json) {
                console().print(JsonMapper.shared().writeValueAsString(SearchAnswer.of(request, results)));
            } else {
                show(results);
            }
            return results.hits().isEmpty() ? Main.NOTHING_FOUND : Main.OK;
        }
    }

    private SearchRequest request(SearchEngine engine) {
        String query = String.join(" ", words);
        if (query.length() > SearchRequest.MAX_QUERY_LENGTH) {
            throw new WrongInputException(
                    "検索語は" + SearchRequest.MAX_QUERY_LENGTH + "字までです（" + query.length() + "字あります）。");
        }
        Filters filters = Filters.NONE
                .withSelected(Facet.PREFECTURE, canonicalValues(engine, Facet.PREFECTURE, prefectures))
                .withSelected(Facet.ACTOR, canonicalValues(engine, Facet.ACTOR, actors))
                .withExcluded(Facet.PREFECTURE, canonicalValues(engine, Facet.PREFECTURE, excludedPrefectures))
                .withExcluded(Facet.ACTOR, canonicalValues(engine, Facet.ACTOR, excludedActors))
                .withExcluded(Facet.RECOGNITION, excludeOcr ? Set.of(Facet.OCR) : Set.of());
        return SearchRequest.of(query, engine.facets()).filteredBy(filters);
    }

    private static Set<String> canonicalValues(SearchEngine engine, Facet facet, List<String> values) {
        Set<String> canonical = values.stream()
                .map(value -> engine.facets().canonicalValue(facet, value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String value : canonical) {
            if (!engine.facetValues(facet).contains(value)) {
                throw new WrongInputException(facet.label() + "「" + value + "」はありません。使えるのは "
                        + String.join("、", engine.facetValues(facet)) + " です。");
            }
        }
        return canonical;
    }

    private void show(SearchResults results) {
        results.interpretation().impossible().forEach(console()::print);
        var total = results.total();
        console().print(Main.thousands(total.sections()) + "節（" + Main.thousands(total.cases()) + "事例）");
        String context = Wording.context(total, results.context());
        if (!context.isEmpty()) {
            console().print(context);
        }
        results.infix().forEach(this::showInfix);
        showAdvice(results.advice());
        results.hits().forEach(this::show);
    }

    private void showInfix(InfixCount count) {
        console()
                .print(
                        count.use() == InfixCount.Use.ONLY
                                ? Wording.onlyInfix(count.word())
                                : Wording.infix(count) + "は含めていません（\"" + count.word() + "\" のように引用符で囲むと含めます）");
    }

    private void show(Hit hit) {
        console().print("");
        console()
                .print(hit.rank() + ". "
                        + highlighted(
                                heading(hit), hit.section().heading().isEmpty() ? List.of() : hit.headingMatches()));
        console()
                .print("   " + place(hit) + "「" + highlighted(hit.caseTitle(), hit.titleMatches()) + "」 "
                        + hit.section().kind().label() + "  /cases/" + hit.caseId() + "#"
                        + hit.section().id());
        if (!hit.caseFields().isEmpty()) {
            console().print("   （" + Wording.caseFields(hit) + "）");
        }
        for (Snippet snippet : hit.snippets()) {
            console().print("   " + highlighted(snippet.text(), snippet.matches()));
        }
    }

    /** Prints one line for each topic. */
    private void showAdvice(NoHitsAdvice advice) {
        for (NoHitsAdvice.Alternative spelling : advice.spellings()) {
            console().print("もしかして：" + spelling.text() + " " + Main.thousands(spelling.sections()) + "件");
        }
        for (AdviceView.Topic topic : AdviceView.of(advice).topics()) {
            console()
                    .print(topic.links().stream()
                            .map(Link::label)
                            .collect(Collectors.joining("、", topic.heading() + "：", "")));
        }
    }

    private static String heading(Hit hit) {
        return hit.section().heading().isEmpty()
                ? "（" + hit.section().kind().label() + "）"
                : hit.section().heading();
    }

    private static String place(Hit hit) {
        Prefecture prefecture = hit.prefecture();
        return (prefecture == null ? "" : prefecture.fullName()) + hit.place();
    }

    private static String highlighted(String text, List<MatchRange> matches) {
        var highlighted = new StringBuilder(text);
        for (MatchRange match : matches.reversed()) {
            highlighted.insert(match.end(), "】").insert(match.start(), "【");
        }
        return highlighted.toString();
    }
}
