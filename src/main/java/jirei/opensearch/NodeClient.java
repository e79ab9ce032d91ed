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

/** Client of one address of a cluster, which is a node or a proxy in front of several. Thread-safe. */
final class NodeClient implements Closeable {
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private final ApacheHttpClient5Transport transport;
    private final OpenSearchGenericClient client;
    private final ApacheHttpClient5Transport probeTransport;
    private final OpenSearchGenericClient probeClient;
    private volatile String id = "";
    private volatile boolean isResponsive = true;

    /** @param timeout the response timeout */
    NodeClient(URI url, ClusterSettings settings, Duration timeout) {
        this.transport = transport(url, settings, timeout);
        this.client = new OpenSearchGenericClient(transport);
        this.probeTransport = transport(url, settings, CONNECT_TIMEOUT);
        this.probeClient = new OpenSearchGenericClient(probeTransport);
    }

    /** Whether it responded to the last probe. */
    boolean isResponsive() {
        return isResponsive;
    }

    /** Its node ID; empty while unknown. */
    String id() {
        return id;
    }

    /** Probes whether it responds, with a short timeout. */
    void probe() {
        try {
            ClusterClient.Response response =
                    execute(probeClient, "GET", "/_nodes/_local", Map.of("filter_path", "nodes.*.name"), null);
            if (response.isSuccess()) {
                id = response.body().path("nodes").propertyNames().stream()
                        .findFirst()
                        .orElse("");
            }
            isResponsive = true;
        } catch (IOException e) {
            isResponsive = false;
        }
    }

    /**
     * Sends a request to this node.
     *
     * @throws IOException if it does not respond in time
     */
    ClusterClient.Response send(String method, String path, Map<String, String> parameters, @Nullable String body)
            throws IOException {
        return execute(client, method, path, parameters, body);
    }

    private static ClusterClient.Response execute(
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
            return new ClusterClient.Response(response.getStatus(), read(response));
        } catch (IOException e) {
            return refusal(e).orElseThrow(() -> e);
        }
    }

    /** The HTTP client throws on 401, 403, 502, 503 and 504, although these are responses of the cluster. */
    private static Optional<ClusterClient.Response> refusal(IOException failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ResponseException error) {
                return Optional.of(
                        new ClusterClient.Response(error.status(), errorBody(String.valueOf(error.getMessage()))));
            }
        }
        return Optional.empty();
    }

    /** The message has the response body after the first line. */
    private static JsonNode errorBody(String message) {
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
        } catch (JacksonException e) { // a proxy in front of the nodes may respond in HTML
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static ApacheHttpClient5Transport transport(URI url, ClusterSettings settings, Duration timeout) {
        var host = new HttpHost(url.getScheme(), url.getHost(), port(url.getPort(), url.getScheme()));
        var builder = ApacheHttpClient5TransportBuilder.builder(host);
        String path = url.getPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        return builder.setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(timeout)))
                .setHttpClientConfigCallback(http -> withSecurity(http, settings))
                .build();
    }

    private static int port(int port, String scheme) {
        int defaultValue = scheme.equals("https") ? 443 : 80;
        return port < 0 ? defaultValue : port;
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
                        .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS);
        Path certificate = settings.certificate();
        if (certificate != null) {
            connections.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(sslContext(certificate))
                    .buildAsync());
        }
        return http.setConnectionManager(connections.build());
    }

    private static SSLContext sslContext(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
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
        probeTransport.close();
        transport.close();
    }
}
