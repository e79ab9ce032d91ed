package jirei.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cases.Theme;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.library.pages.OriginalPages;
import jirei.lucene.EmbeddedIndex;
import jirei.search.EngineReference;
import jirei.search.SearchEngine;
import jirei.web.access.EditorAccess;
import jirei.web.server.Routes;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on a free port over invented cases with a real index. Thread-safe. */
public final class Site implements AutoCloseable {
    /** The 22nd in UTC, but the 23rd in Japan. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneId.of("Asia/Tokyo"));

    /** A free port, the default limits and ample time for each request. */
    public static final WebSettings SETTINGS = WebSettings.of("127.0.0.1", 0).with(DefaultLimits.withAmpleTime());

    public static final String SCRIPT = "<script>alert('事例')</script>";

    private final HttpClient client = HttpClient.newHttpClient();
    private final EngineReference engine;
    private final WebServer server;

    private Site(EngineReference engine, WebServer server) {
        this.engine = engine;
        this.server = server;
    }

    public static Site over(Path folder) throws Exception {
        return over(folder, SETTINGS);
    }

    public static Site over(Path folder, WebSettings settings) throws Exception {
        return over(folder, settings, engine -> engine);
    }

    /** Over what {@code wrapping} makes of the engine. */
    public static Site over(Path folder, WebSettings settings, UnaryOperator<SearchEngine> wrapping) throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<String> lines = Stream.of(mountain(), island(), hostile(), meetings())
                .map(CaseJson::write)
                .toList();
        Files.write(corpus.resolve("cases.jsonl"), lines);
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        return of(settings, wrapping.apply(index.open()));
    }

    /** Returns a site over the shipped corpus. */
    public static Site shipped(Path folder) throws Exception {
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(Path.of("corpus")), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {});
        return of(index.open());
    }

    public static Site of(SearchEngine engine) throws IOException {
        return of(SETTINGS, engine);
    }

    public static Site of(WebSettings settings, SearchEngine engine) throws IOException {
        return of(settings, new EngineReference(engine));
    }

    public static Site of(EngineReference engine) throws IOException {
        return of(WebSettings.of("127.0.0.1", 0), engine);
    }

    public static Site of(WebSettings settings, EngineReference engine) throws IOException {
        return new Site(engine, WebServer.start(settings, engine, CLOCK));
    }

    /** A site with more routes, whose sessions end by {@code clock}; every search fails. */
    public static Site of(WebSettings settings, Clock clock, BiConsumer<Routes, EditorAccess> more) throws IOException {
        var engine = new EngineReference(new FailingEngine());
        return new Site(engine, WebServer.start(settings, engine, null, clock, () -> {}, more));
    }

    /** Returns a site over the cases of {@code corpus} that shows the pages of {@code originals}. */
    public static Site of(Path corpus, Path indexFolder, OriginalPages originals) throws Exception {
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), indexFolder);
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        return of(SETTINGS, new EngineReference(index.open()), new ServedDocuments(originals, null, null));
    }

    /** A site that shows {@code documents}, which are not closed with it. */
    static Site of(WebSettings settings, EngineReference engine, ServedDocuments documents) throws IOException {
        return new Site(engine, WebServer.start(settings, engine, documents, CLOCK, () -> {}, (routes, access) -> {}));
    }

    private static CaseStudy mountain() {
        var figures = new RegionFigures(
                "みやま町",
                Map.of(
                        RegionFigure.POPULATION, new Figure(new BigDecimal("12345"), "2015年国勢調査"),
                        RegionFigure.AGEING_RATE, new Figure(new BigDecimal("38.50"), "")));
        return new CaseStudy(
                "invented-1",
                1,
                "山の町の夜を支える輪番",
                "架空の事例集",
                2017,
                Prefecture.NAGANO,
                "みやま町",
                figures,
                new Source("架空の事例集 事例1", "架空の会", "https://example.org/1", "自由に使える"),
                List.of(
                        section("h1", SectionKind.HIGHLIGHT, "夜の看取りを皆で", "", "看取りの夜に電話がつながる。", "医師会"),
                        section("s1", SectionKind.LEAD, "輪番のしくみ", "", "町の診療所が交代で夜を受け持つ。", "医師会"),
                        section(
                                "s1-1",
                                SectionKind.SUBSECTION,
                                "看取りの連絡網",
                                "s1",
                                "医師会が看取りの連絡網をつくった。\n看護師が最初に駆けつける。𠮷田さんも加わった。",
                                "医師会",
                                "訪問看護"),
                        section("c1", SectionKind.CAPTION, "連絡網の図", "s1", "連絡の順番を示す。"),
                        section("r1", SectionKind.ROLE, "医師会の役割", "", "当番表をつくる。", "医師会"),
                        section("r2", SectionKind.ROLE, "町の役割", "", "費用を出す。", "市区町村")));
    }

    private static CaseStudy island() {
        return new CaseStudy(
                "invented-2",
                2,
                "島をつなぐ研修",
                "架空の事例集",
                2018,
                Prefecture.OKINAWA,
                "なぎさ島",
                RegionFigures.NONE,
                Source.UNKNOWN,
                List.of(
                        section("s1", SectionKind.LEAD, "船で集まる研修", "", "看取りの研修を船の上で開く。", "病院"),
                        section("a1", SectionKind.ACTIVITY, "", "", "灯台で住民と語る会を開いた。", "市区町村")));
    }

    /** A case without number, prefecture and place, and with text that must never become part of a page. */
    private static CaseStudy hostile() {
        return new CaseStudy(
                "hostile",
                null,
                "題 " + SCRIPT,
                "",
                null,
                null,
                "",
                RegionFigures.NONE,
                new Source("資料 " + SCRIPT, "", "javascript:alert(1)", ""),
                List.of(section("s1", SectionKind.LEAD, "見出し " + SCRIPT, "", "呪文 " + SCRIPT + " と呪文")));
    }

    private static CaseStudy meetings() {
        List<Section> sections = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            sections.add(section("s" + i, SectionKind.SUBSECTION, "第" + i + "回の寄合", "", "寄合を開いた。"));
        }
        return new CaseStudy(
                "invented-4",
                4,
                "寄合を重ねる",
                "架空の事例集",
                2018,
                Prefecture.NAGANO,
                "たに村",
                RegionFigures.NONE,
                Source.UNKNOWN,
                sections);
    }

    private static Section section(
            String id, SectionKind kind, String heading, String parent, String text, String... actors) {
        List<Actor> named = Stream.of(actors).map(Actor::new).toList();
        List<Theme> themes = text.contains("看取り") ? List.of(ShippedThemes.CONTINUITY) : List.of();
        return new Section(id, kind, heading, parent, named, themes, text);
    }

    public WebServer server() {
        return server;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends {@code text} as the body. */
    public HttpResponse<String> sendText(String method, String path, String text, String... headers) throws Exception {
        return send(method, path, HttpRequest.BodyPublishers.ofString(text), headers);
    }

    /** Sends the fields of a form, such as {@code name=a&next=%2F}. */
    public HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", path, HttpRequest.BodyPublishers.ofString(form), all);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Returns {@code text} encoded for a URL. */
    public static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow(); // the server waits for idle connections
        server.close();
        engine.close();
    }
}
