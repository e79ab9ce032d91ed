package jirei.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jirei.cases.SiteTexts;
import jirei.corpus.CaseTimes;
import jirei.corpus.SiteProperties;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.PageProcesses;
import jirei.intake.source.Limits;
import jirei.library.Library;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.CaseStore;
import jirei.library.editors.AuditLog;
import jirei.library.editors.Editor;
import jirei.library.editors.EditorFile;
import jirei.library.judging.JudgedRanking;
import jirei.library.judging.JudgmentStore;
import jirei.library.pages.OriginalPages;
import jirei.library.pages.Originals;
import jirei.library.pages.PageCache;
import jirei.library.words.LexiconStore;
import jirei.lucene.TrialIndex;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.search.LexiconTrials;
import jirei.web.ServedDocuments;
import jirei.web.StartingServer;
import jirei.web.WebServer;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.WebSettings;
import jirei.web.words.WordParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "索引を必要に応じて作り、検索の画面と API を提供する。")
final class ServeCommand extends CorpusCommand {
    /** The queries of {@code --once}: a word; and a phrase, a word in kana and an excluded word together. */
    private static final List<String> ONCE_QUERIES = List.of("連携", "\"在宅医療\" みとり -薬局");

    @Option(
            names = "--port",
            paramLabel = "番号",
            defaultValue = "7070",
            description = "ポート番号。0 は空いている番号（既定: ${DEFAULT-VALUE}）")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "アドレス",
            defaultValue = "127.0.0.1",
            description = "待ち受けるアドレス（既定: ${DEFAULT-VALUE}、この機械からだけ使える）")
    private String host = "127.0.0.1";

    @Option(names = "--public", description = "ほかの機械からも使えるように、すべてのアドレスで待ち受ける（--host 0.0.0.0 と同じ）")
    private boolean open;

    @Option(names = "--settings", paramLabel = "ファイル", description = "上限と記録の設定（「名前 = 値」の行。名前は説明書の「運用」にある）")
    private @Nullable Path settings;

    @Option(names = "--once", description = "動くことの確かめ用: 待ち受けて自分に尋ね、終わる")
    private boolean once;

    @Option(names = "--dev", description = "開発用: web/ のひな形と静的ファイルを要求のたびに読み直す")
    private boolean development;

    ServeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, CorpusFormatException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new WrongInputException("--port の値「" + port + "」は正しくありません。0 から 65535 までの番号を指定してください。");
        }
        ServeSettings serveSettings = ServeSettings.read(settings);
        System.setProperty("jirei.log", serveSettings.logFormat());
        WebSettings server = serveSettings.webSettings(open ? "0.0.0.0" : host, port, development, isDistributed());
        WebSettings web = server.with(
                server.site().with(siteTexts(), reader().statistics().source()));
        checkEditors(web.editing().editorsFile());
        var engine = new EngineReference();
        var times = new CaseTimes(corpus());
        var log = new AuditLog(corpus().resolve(AuditLog.FILE), Clock.systemUTC());
        CaseStore.ChangeListener changes = changes(log);
        try (OriginalPages originals = originals();
                Library library = library(web, changes, engine);
                StartingServer starting = StartingServer.of(
                        web,
                        engine,
                        new ServedDocuments(
                                originals, library, log, words(web.editing(), changes), times::newestFirst));
                OpenIndex live = openLive(engine)) {
            if (live.isReached()) {
                checkStatus(engine.status());
            }
            serve(starting, live, web.editing());
        }
        return Main.OK;
    }

    /** Returns the texts of the corpus; a file with faults is reported and not used, as a lexicon with faults is. */
    private SiteTexts siteTexts() throws IOException {
        try {
            return SiteProperties.read(corpus());
        } catch (CorpusFormatException e) {
            e.diagnostics().forEach(diagnostic -> console().say(diagnostic.toString()));
            return SiteTexts.DEFAULT;
        }
    }

    /**
     * @throws WrongInputException if the file of editors does not exist
     * @throws CorpusFormatException if it has faults
     */
    private static void checkEditors(@Nullable Path file) throws IOException, CorpusFormatException {
        if (file == null) {
            return;
        }
        if (!Files.exists(file)) {
            throw new WrongInputException(
                    "設定 editors.file のファイル「" + file + "」がありません。「jirei editor add 名前 --file " + file + "」で編集者を加えてください。");
        }
        EditorFile editors = EditorFile.read(file);
        if (!editors.faults().isEmpty()) {
            throw new CorpusFormatException(editors.faults());
        }
    }

    private static CaseStore.ChangeListener changes(AuditLog log) {
        return (editor, action, id, before, after) -> log.append(
                new Editor(editor), action, id, before.isEmpty() ? null : before, after.isEmpty() ? null : after);
    }

    private WordParts words(EditingSettings editing, CaseStore.ChangeListener changes) throws CorpusFormatException {
        var history = CaseHistory.ofLexicon(corpus(), editing.historyVersions(), Clock.systemUTC());
        var judgments = new JudgmentStore(corpus(), changes);
        return new WordParts(
                new LexiconStore(corpus(), history, changes),
                isDistributed() ? LexiconTrials.NONE : new TrialIndex(reader(), index()),
                judgments,
                new JudgedRanking(judgments, corpus(), Clock.systemUTC()));
    }

    /** Returns the library; null if nobody may edit, or it cannot be opened, which does not keep readers from searching. */
    private @Nullable Library library(WebSettings web, CaseStore.ChangeListener changes, EngineReference engine) {
        if (!web.editing().namesEditors() && !WebSettings.isLoopback(web.host())) {
            return null;
        }
        var librarySettings = new Library.Settings(
                corpus(),
                ImportWorker::command,
                Limits.MAX_DOCUMENT_TIME,
                new OcrOptions().settings(),
                web.editing().uploadBytes(),
                web.editing().historyVersions(),
                Clock.systemUTC());
        try {
            return Library.open(librarySettings, changes, engine.threads());
        } catch (IOException e) {
            console().say("資料室は使えません。コーパス「" + corpus() + "」に書き込めないか、別のサーバーが使っています。検索はできます。");
            return null;
        }
    }

    private OriginalPages originals() {
        var processes = new PageProcesses(new PageProcesses.Settings(ImportWorker::pageCommand));
        return new OriginalPages(
                new Originals(corpus().resolve("sources")),
                new PageCache(
                        corpus().resolve(".library").resolve("pages"), OriginalPages.DEFAULT_MAX_BYTES, processes));
    }

    private void checkStatus(IndexStatus status) {
        if (status.cases() == 0 && status.state() == IndexState.CURRENT) {
            console()
                    .say("コーパス「" + corpus() + "」に読める事例がまだありません。画面の「資料室」で文書を入れるか、「jirei import 文書 --corpus " + corpus()
                            + "」で取り込んでください。");
        }
        if (status.faults() > 0 && status.state() == IndexState.CURRENT) {
            console().say("読めない事例などの問題が" + status.faults() + "件あります。「jirei check」で一覧できます。");
        }
    }

    private void serve(StartingServer starting, OpenIndex live, EditingSettings editing)
            throws IOException, CorpusFormatException, InterruptedException {
        WebServer server = starting.listen();
        live.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        if (open) {
            PublicServingAdvice.lines(editing, EditorCommand.unnamed(corpus())).forEach(console()::say);
        }
        if (once) {
            for (String query : ONCE_QUERIES) {
                String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
                get(server, "/?q=" + encoded);
                get(server, "/api/search?q=" + encoded);
            }
            return;
        }
        console().print(server.url() + " で検索できます（終了は Ctrl+C）");
        new CountDownLatch(1).await();
    }

    /** Requests {@code path} and reads the whole response; fails on an HTTP error. */
    private static void get(WebServer server, String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        try (InputStream response = address.toURL().openStream()) {
            response.transferTo(OutputStream.nullOutputStream());
        }
    }
}
