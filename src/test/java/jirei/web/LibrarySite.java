package jirei.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.Eventually;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cli.ImportWorker;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseMarkdown;
import jirei.intake.PageProcesses;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.source.Limits;
import jirei.library.Library;
import jirei.library.editors.AuditLog;
import jirei.library.editors.Editor;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals;
import jirei.library.pages.PageCache;
import jirei.lucene.IndexMaintainer;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.TrustedProxies;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site with a library, put together as the command {@code serve} does, over a corpus with the published case {@code
 * ferry}. Documents are read in processes of their own. Thread-safe.
 */
public final class LibrarySite implements AutoCloseable {
    /** The header in which a proxy names the editor, on a site for several. */
    public static final String EDITOR = "X-Editor";

    private static final int MAX_UPLOAD = 2 << 20;
    private static final String BOUNDARY = "jirei-test-boundary";

    private final Path corpus;
    private final IndexMaintainer live;
    private final OriginalPages originals;
    private final Library library;
    private final Site site;
    private final HttpClient client = HttpClient.newHttpClient();

    private LibrarySite(Path folder, WebSettings settings) throws Exception {
        corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(
                Files.createDirectories(corpus.resolve("cases/island")).resolve("ferry.md"),
                CaseMarkdown.write(ferry()));
        live = IndexMaintainer.open(
                CorpusReader.of(corpus),
                folder.resolve("index"),
                new IndexMaintainer.Listener(said -> {}, done -> {}, fault -> {}));
        var log = new AuditLog(corpus.resolve(AuditLog.FILE), Clock.systemUTC());
        originals = new OriginalPages(
                new Originals(corpus.resolve("sources")),
                new PageCache(
                        corpus.resolve(".library/pages"),
                        1 << 24,
                        new PageProcesses(new PageProcesses.Settings(ImportWorker::pageCommand))));
        library = Library.open(
                new Library.Settings(
                        corpus,
                        ImportWorker::command,
                        Limits.MAX_DOCUMENT_TIME,
                        OcrSettings.OFF,
                        settings.editing().uploadBytes(),
                        settings.editing().historyVersions(),
                        Clock.systemUTC()),
                (editor, action, id, before, after) -> log.append(
                        new Editor(editor),
                        action,
                        id,
                        before.isEmpty() ? null : before,
                        after.isEmpty() ? null : after),
                live.engine().threads());
        site = Site.of(settings, live.engine(), new ServedDocuments(originals, library, log));
        live.start();
    }

    /** A site whose editor is the user of this machine. */
    public static LibrarySite local(Path folder) throws Exception {
        return new LibrarySite(folder, settings(null, TrustedProxies.NONE));
    }

    /** A site whose editors the header {@link #EDITOR} names; without it a request is a reader's. */
    public static LibrarySite ofSeveral(Path folder) throws Exception {
        return new LibrarySite(folder, settings(EDITOR, TrustedProxies.of(Set.of("127.0.0.1"))));
    }

    private static WebSettings settings(@Nullable String header, TrustedProxies proxies) {
        return Site.SETTINGS.with(new EditingSettings(null, header, proxies, true, MAX_UPLOAD, 10, "local"));
    }

    private static CaseStudy ferry() {
        return new CaseStudy(
                "ferry",
                1,
                "渡し船の当番",
                "島の話",
                2019,
                null,
                "なぎさ島",
                RegionFigures.NONE,
                Source.UNKNOWN,
                List.of(section("s1", "朝の当番", "朝は漁師が船を出す。\n昼は郵便局員が船を出す。"), section("s2", "夜の当番", "夜は灯台守が船を出す。")));
    }

    private static Section section(String id, String heading, String text) {
        return new Section(id, SectionKind.LEAD, heading, "", List.of(), List.of(), text);
    }

    public Site site() {
        return site;
    }

    public Path corpus() {
        return corpus;
    }

    /** The text of a published case file. */
    public String caseFile(String id) throws IOException {
        return library.cases().find(id).orElseThrow().text();
    }

    /** The version of a case. */
    public String version(String id) throws IOException {
        return library.cases().find(id).orElseThrow().version();
    }

    /** The token of the editor who sends {@code headers}. */
    public String token(String... headers) throws Exception {
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"")
                .matcher(site.get("/api/session", headers).body());
        return token.find() ? token.group(1) : "";
    }

    /** Waits until nothing waits or is being read. */
    public void awaitReadings() throws Exception {
        Eventually.await(() -> site.get("/library").body(), () -> library.documents().stream()
                .noneMatch(document -> document.reading().isOpen()));
    }

    /** Puts in one file and returns the response. */
    public HttpResponse<String> upload(String name, byte[] bytes, String... headers) throws Exception {
        var body = new ByteArrayOutputStream();
        part(body, name, bytes);
        return send(body, headers);
    }

    /** Puts in files of one form. */
    public HttpResponse<String> uploadAll(int count) throws Exception {
        var body = new ByteArrayOutputStream();
        for (int at = 1; at <= count; at++) {
            part(body, "note-" + at + ".txt", ("第" + at + "の覚え書き\n").getBytes(StandardCharsets.UTF_8));
        }
        return send(body, "X-Jirei-Token", token());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] bytes) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(ByteArrayOutputStream body, String... headers) throws Exception {
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri("/api/library/documents"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Puts in one file, waits until it is read, and returns the id of the document. */
    public String read(String name, byte[] bytes, String editor) throws Exception {
        HttpResponse<String> response = upload(name, bytes, EDITOR, editor, "X-Jirei-Token", token(EDITOR, editor));
        String id = first(response).path("id").asString();
        awaitReadings();
        return id;
    }

    /** The response to an editor as JSON. */
    public JsonNode json(String path, String editor) throws Exception {
        return JsonMapper.shared().readTree(site.get(path, EDITOR, editor).body());
    }

    /** What became of the first file of an upload. */
    public static JsonNode first(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body()).path("files").path(0);
    }

    @Override
    public void close() throws IOException {
        library.close();
        site.close();
        originals.close();
        live.close();
    }
}
