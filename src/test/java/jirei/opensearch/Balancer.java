package jirei.opensearch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/**
 * Distributes requests among servers as a load balancer does: checks the health of each server, keeps connections open,
 * and tries another server if one refuses the connection or is not ready. A request that a server has accepted is never
 * sent again.
 */
final class Balancer implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final long POLL_INTERVAL_MILLIS = 100;
    private static final int MAX_RESPONSE_SECONDS = 300;

    private final List<URI> servers;
    private final CloseableHttpClient client;
    private final Set<URI> unavailable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextServer = new AtomicInteger();
    private final AtomicInteger rerouted = new AtomicInteger();
    private final Thread healthChecks;
    private volatile boolean closed;

    /** A response. */
    record Reply(int status, String body) {}

    Balancer(List<URI> servers) {
        this.servers = servers;
        // detects connections closed by the server before they are reused
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(32)
                .setMaxConnTotal(64)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setSocketTimeout(MAX_RESPONSE_SECONDS, TimeUnit.SECONDS)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(0))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .build();
        this.healthChecks = Thread.ofPlatform().name("balancer").start(this::checkHealth);
    }

    private void checkHealth() {
        while (!closed) {
            for (URI server : servers) {
                if (isHealthy(server)) {
                    unavailable.remove(server);
                } else {
                    unavailable.add(server);
                }
            }
            ClusterClient.await(POLL_INTERVAL_MILLIS);
        }
    }

    /** Whether {@code server} reports that it is ready. */
    boolean isHealthy(URI server) {
        try {
            return send(server, "/health").status == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private Reply send(URI server, String path) throws IOException {
        return client.execute(
                new HttpGet(server + path),
                response -> new Reply(response.getCode(), EntityUtils.toString(response.getEntity())));
    }

    /**
     * Sends a request to one of the healthy servers.
     *
     * @throws IOException if a server that accepted the request does not respond, or no server accepts it
     */
    Reply get(String path) throws IOException {
        int first = nextServer.getAndIncrement();
        IOException failure = new IOException("no server is healthy");
        for (int i = 0; i < servers.size(); i++) {
            URI server = servers.get((first + i) % servers.size());
            if (!unavailable.contains(server)) {
                try {
                    Reply reply = send(server, path);
                    if (reply.status != UNAVAILABLE) {
                        return reply;
                    }
                    failure = new IOException(reply.body);
                } catch (ConnectException e) {
                    failure = e;
                }
                unavailable.add(server);
                rerouted.incrementAndGet();
            }
        }
        throw failure;
    }

    /** Returns how many requests went to a server that did not accept them. */
    int rerouted() {
        return rerouted.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            healthChecks.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    @Override
    public String toString() {
        return rerouted + " requests rerouted to the other server";
    }
}
