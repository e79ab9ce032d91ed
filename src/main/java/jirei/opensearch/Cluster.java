package jirei.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jirei.search.EngineUnavailableException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a cluster: of several nodes, one that doesn't answer is passed over for a while. */
final class Cluster implements Closeable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONNECTIONS = 64;
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);

    private final ClusterSettings settings;
    private final ApacheHttpClient5Transport transport;
    private final OpenSearchGenericClient client;

    /** @param patience how long an answer is waited for */
    Cluster(ClusterSettings settings, Duration patience) {
        this.settings = settings;
        this.transport = transport(settings, patience);
        this.client = new OpenSearchGenericClient(transport);
    }

    /**
     * What a node answered.
     *
     * @param status the HTTP status
     * @param body its JSON
     */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status < 300;
        }

        /** Whether it may be better a little later. */
        boolean isBusy() {
            return isBusy(status);
        }

        static boolean isBusy(int status) {
            return status == TOO_MANY_REQUESTS || status >= 500;
        }

        String reason() {
            JsonNode error = body.path("error");
            JsonNode reason = error.path("root_cause").path(0).path("reason");
            return reason.isMissingNode() ? error.toString() : reason.asString();
        }
    }

    /**
     * Asks with {@code body}, or without where that is null.
     *
     * @throws EngineUnavailableException if no node answers, refuses who asks, or is overloaded
     */
    JsonNode ask(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        return good(method + " " + path, tryAsking(method, path, parameters, body == null ? null : json(body)));
    }

    /** Asks with {@code lines} of JSON. */
    JsonNode askLines(String path, String lines) {
        return good(path, tryAsking("POST", path, Map.of(), lines));
    }

    private static JsonNode good(String question, Answer answer) {
        requireNotBusy(answer);
        if (!answer.isGood()) {
            throw new IllegalStateException(question + " was refused: " + answer.reason());
        }
        return answer.body;
    }

    private static void requireNotBusy(Answer answer) {
        if (answer.isBusy()) {
            throw new EngineUnavailableException(
                    "検索エンジン（OpenSearch）が今は答えられません（" + answer.reason() + "）。しばらく待ってから、もう一度お試しください。");
        }
    }

    /** The answer to a question about something that may not be there. */
    Optional<JsonNode> find(String path) {
        Answer answer = tryAsking("GET", path, Map.of(), null);
        requireNotBusy(answer);
        return answer.isGood() ? Optional.of(answer.body) : Optional.empty();
    }

    /** The same whatever the answer's status is, if only there is one. */
    Answer tryAsking(String method, String path, Map<String, String> parameters, @Nullable String body) {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        if (body != null) {
            request.body(Body.from(body.getBytes(StandardCharsets.UTF_8), "application/json"));
        }
        try (Response response = client.execute(request.build())) {
            Answer answer = new Answer(response.getStatus(), read(response));
            if (answer.status == 401 || answer.status == 403) {
                throw new EngineUnavailableException(
                        "検索エンジン（OpenSearch）に断られました（" + answer.status + "）。--user と --password-file、その利用者の権限を確かめてください。");
            }
            return answer;
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "検索エンジン（OpenSearch、" + settings.urls() + "）につながりません。動いているか、--url と --ca-file が正しいかを確かめてください。", e);
        }
    }

    private static JsonNode read(Response response) throws IOException {
        Optional<Body> body = response.getBody();
        if (body.isEmpty()) {
            return JsonMapper.shared().createObjectNode();
        }
        try (InputStream in = body.get().body()) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        }
    }

    static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static ApacheHttpClient5Transport transport(ClusterSettings settings, Duration patience) {
        HttpHost[] hosts = settings.urls().stream()
                .map(url -> new HttpHost(url.getScheme(), url.getHost(), port(url.getPort(), url.getScheme())))
                .toArray(HttpHost[]::new);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(patience)))
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(Timeout.of(TO_CONNECT)))
                .setHttpClientConfigCallback(http -> withSecurity(http, settings))
                .build();
    }

    private static int port(int given, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        return given < 0 ? usual : given;
    }

    private static HttpAsyncClientBuilder withSecurity(HttpAsyncClientBuilder http, ClusterSettings settings) {
        if (!settings.user().isEmpty()) {
            var credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(null, -1),
                    new UsernamePasswordCredentials(
                            settings.user(), settings.password().toCharArray()));
            http.setDefaultCredentialsProvider(credentials);
        }
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS * settings.urls().size());
        Path certificate = settings.certificate();
        if (certificate != null) {
            connections.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(trusting(certificate))
                    .buildAsync());
        }
        return http.setConnectionManager(connections.build());
    }

    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                known.setCertificateEntry("ca" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new EngineUnavailableException(
                    "証明書のファイル「" + file + "」を読めません。PEM 形式の証明書のファイルを --ca-file で指定してください。", new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
