package jirei.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jirei.corpus.text.CorpusFormatException;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.web.StartingServer;
import jirei.web.WebServer;
import jirei.web.settings.WebSettings;
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
        WebSettings web = serveSettings.webSettings(open ? "0.0.0.0" : host, port, development, isDistributed());
        var engine = new EngineReference();
        try (StartingServer starting = StartingServer.of(web, engine);
                OpenIndex live = openLive(engine)) {
            if (live.isReached()) {
                checkStatus(engine.status());
            }
            serve(starting, live);
        }
        return Main.OK;
    }

    /** @throws WrongInputException if the index has no cases */
    private void checkStatus(IndexStatus status) {
        if (status.cases() == 0 && status.state() == IndexState.CURRENT) {
            throw new WrongInputException(noCases());
        }
        if (status.faults() > 0 && status.state() == IndexState.CURRENT) {
            console().say("読めない事例などの問題が" + status.faults() + "件あります。「jirei check」で一覧できます。");
        }
    }

    private void serve(StartingServer starting, OpenIndex live) throws IOException, InterruptedException {
        WebServer server = starting.listen();
        live.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        if (open) {
            PublicServingAdvice.LINES.forEach(console()::say);
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
