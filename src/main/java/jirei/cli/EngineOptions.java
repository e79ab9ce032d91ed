package jirei.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jirei.opensearch.ClusterSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Command-line options for the search engine: the embedded index or an OpenSearch cluster. Not thread-safe. */
final class EngineOptions {
    private static final String EMBEDDED = "lucene";
    private static final String DISTRIBUTED = "opensearch";
    private static final int MAX_SHARDS = 1_024;
    private static final int MAX_REPLICAS = 10;

    @Option(
            names = "--engine",
            paramLabel = "名前",
            defaultValue = EMBEDDED,
            description = "検索エンジン: lucene（このプログラムの中）か opensearch（既定: ${DEFAULT-VALUE}）")
    private String engine = EMBEDDED;

    @Option(
            names = "--url",
            paramLabel = "アドレス",
            defaultValue = "http://127.0.0.1:9200",
            description = "opensearch のアドレス（繰り返せる。既定: ${DEFAULT-VALUE}）")
    private List<String> urls = List.of("http://127.0.0.1:9200");

    @Option(names = "--user", paramLabel = "名前", defaultValue = "", description = "opensearch の利用者名")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "ファイル", description = "opensearch のパスワードだけを書いたファイル")
    private @Nullable Path passwordFile;

    @Option(names = "--ca-file", paramLabel = "ファイル", description = "opensearch の証明書を保証する認証局の証明書（PEM）")
    private @Nullable Path caFile;

    @Option(
            names = "--index-name",
            paramLabel = "名前",
            defaultValue = ClusterSettings.DEFAULT_INDEX,
            description = "opensearch での索引の名前（既定: ${DEFAULT-VALUE}）")
    private String index = ClusterSettings.DEFAULT_INDEX;

    @Option(
            names = "--shards",
            paramLabel = "数",
            defaultValue = "1",
            description = "opensearch で新しい索引を分ける数（既定: ${DEFAULT-VALUE}）")
    private int shards = 1;

    @Option(
            names = "--replicas",
            paramLabel = "数",
            defaultValue = "1",
            description = "opensearch で新しい索引に作る写しの数（既定: ${DEFAULT-VALUE}）")
    private int replicas = 1;

    @Option(
            names = "--engine-seconds",
            paramLabel = "秒",
            defaultValue = "5",
            description = "opensearch の答えを待つ時間（既定: ${DEFAULT-VALUE}）")
    private int seconds = 5;

    /**
     * Returns whether the index is in an OpenSearch cluster.
     *
     * @throws WrongInputException if {@code --engine} names no known engine
     */
    boolean isDistributed() {
        if (!engine.equals(EMBEDDED) && !engine.equals(DISTRIBUTED)) {
            throw new WrongInputException("--engine の値「" + engine + "」は正しくありません。lucene か opensearch を指定してください。");
        }
        return engine.equals(DISTRIBUTED);
    }

    /**
     * Returns the settings of the cluster.
     *
     * @throws WrongInputException if an option is invalid or a file that it names cannot be read
     */
    ClusterSettings cluster() {
        requireName();
        requireWithin("--shards", shards, 1, MAX_SHARDS);
        requireWithin("--replicas", replicas, 0, MAX_REPLICAS);
        requireWithin("--engine-seconds", seconds, 1, 600);
        return new ClusterSettings(
                urls.stream().map(EngineOptions::uri).toList(),
                user,
                password(),
                caFile,
                index,
                shards,
                replicas,
                Duration.ofSeconds(seconds));
    }

    private void requireName() {
        if (!index.matches("[a-z][a-z0-9_]{0,99}")) {
            throw new WrongInputException("--index-name の値「" + index + "」は使えません。英小文字で始まる、英小文字と数字と _ の名前を指定してください。");
        }
    }

    private static void requireWithin(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new WrongInputException(
                    option + " の値「" + value + "」は正しくありません。" + min + " から " + Main.thousands(max) + " までの整数を指定してください。");
        }
    }

    private static URI uri(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new WrongInputException("--url の値「" + url + "」は正しくありません。https://search.example.jp:9200 のように指定してください。");
    }

    private String password() {
        if (passwordFile == null) {
            return "";
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new WrongInputException("--password-file のファイル「" + passwordFile + "」を読めません。場所と権限を確かめてください。");
        }
    }
}
