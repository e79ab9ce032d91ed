package jirei.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import jirei.search.SearchUnavailableException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
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
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One address of a cluster: that of a node, or of what stands before several. */
final class NodeClient implements Closeable {
    private static final int CONNECTIONS = 64;
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);

    private final ApacheHttpClient5Transport transport;
    private final OpenSearchGenericClient client;
    private final ApacheHttpClient5Transport quick;
    private final OpenSearchGenericClient probe;
    private volatile String id = "";
    private volatile boolean answers = true;

    /** @param patience how long an answer is waited for */
    NodeClient(URI url, ClusterSettings settings, Duration patience) {
        this.transport = transport(url, settings, patience);
        this.client = new OpenSearchGenericClient(transport);
        this.quick = transport(url, settings, TO_CONNECT);
        this.probe = new OpenSearchGenericClient(quick);
    }

    /** Whether it answered when it was last looked after. */
    boolean answers() {
        return answers;
    }

    /** Its name among the nodes; empty while that isn't known. */
    String id() {
        return id;
    }

    /** Looks whether it answers at all. */
    void look() {
        try {
            ClusterClient.Answer answer =
                    execute(probe, "GET", "/_nodes/_local", Map.of("filter_path", "nodes.*.name"), null);
            if (answer.isGood()) {
                id = answer.body().path("nodes").propertyNames().stream()
                        .findFirst()
                        .orElse("");
            }
            answers = true;
        } catch (IOException e) {
            answers = false;
        }
    }

    /**
     * Asks this node.
     *
     * @throws IOException if it doesn't answer in time
     */
    ClusterClient.Answer ask(String method, String path, Map<String, String> parameters, @Nullable String body)
            throws IOException {
        return execute(client, method, path, parameters, body);
    }

    private static ClusterClient.Answer execute(
            OpenSearchGenericClient client,
            String method,
            String path,
            Map<String, String> parameters,
            @Nullable String body)
            throws IOException {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        if (body != null) {
            request.body(Body.from(body.getBytes(StandardCharsets.UTF_8), "application/json"));
        }
        try (Response response = client.execute(request.build())) {
            return new ClusterClient.Answer(response.getStatus(), read(response));
        } catch (IOException e) {
            return refusal(e).orElseThrow(() -> e);
        }
    }

    /** The client takes 401, 403, 502, 503 and 504 for failures on the way, though the cluster says so itself. */
    private static Optional<ClusterClient.Answer> refusal(IOException failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ResponseException refused) {
                return Optional.of(
                        new ClusterClient.Answer(refused.status(), said(String.valueOf(refused.getMessage()))));
            }
        }
        return Optional.empty();
    }

    /** What the cluster said stands behind the first line. */
    private static JsonNode said(String message) {
        return read(message.substring(message.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(Response response) throws IOException {
        Optional<Body> body = response.getBody();
        if (body.isEmpty()) {
            return JsonMapper.shared().createObjectNode();
        }
        try (InputStream in = body.get().body()) {
            return read(in.readAllBytes());
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) { // what stands before the nodes speaks HTML
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static ApacheHttpClient5Transport transport(URI url, ClusterSettings settings, Duration patience) {
        var host = new HttpHost(url.getScheme(), url.getHost(), port(url.getPort(), url.getScheme()));
        var builder = ApacheHttpClient5TransportBuilder.builder(host);
        String path = url.getPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        return builder.setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(patience)))
                .setHttpClientConfigCallback(http -> withSecurity(http, settings))
                .build();
    }

    private static int port(int given, String scheme) {
        int defaultValue = scheme.equals("https") ? 443 : 80;
        return given < 0 ? defaultValue : given;
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
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(TO_CONNECT))
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS);
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
            throw new SearchUnavailableException(
                    "証明書のファイル「" + file + "」を読めません。PEM 形式の証明書のファイルを --ca-file で指定してください。", new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        quick.close();
        transport.close();
    }
}
