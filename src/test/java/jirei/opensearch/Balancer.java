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
 * Shares out requests among servers as a load balancer does: it looks after the health of each, keeps connections open, and goes on
 * to another server where one can't be connected to or says that it isn't ready. What a server took is never sent again.
 */
final class Balancer implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final long POLL_INTERVAL_MILLIS = 100;
    private static final int MAX_RESPONSE_SECONDS = 300;

    private final List<URI> servers;
    private final CloseableHttpClient client;
    private final Set<URI> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger passedOn = new AtomicInteger();
    private final Thread looking;
    private volatile boolean over;

    /** What was answered. */
    record Reply(int status, String body) {}

    Balancer(List<URI> servers) {
        this.servers = servers;
        // a connection that the server has ended is seen to be before it is used again
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
        this.looking = Thread.ofPlatform().name("balancer").start(this::look);
    }

    private void look() {
        while (!over) {
            for (URI server : servers) {
                if (isWell(server)) {
                    away.remove(server);
                } else {
                    away.add(server);
                }
            }
            ClusterClient.await(POLL_INTERVAL_MILLIS);
        }
    }

    /** Whether {@code server} says that it answers. */
    boolean isWell(URI server) {
        try {
            return ask(server, "/health").status == 200;
        } catch (IOException gone) {
            return false;
        }
    }

    private Reply ask(URI server, String path) throws IOException {
        return client.execute(
                new HttpGet(server + path),
                response -> new Reply(response.getCode(), EntityUtils.toString(response.getEntity())));
    }

    /**
     * Asks one of the servers that are well.
     *
     * @throws IOException if one that took the request doesn't answer it, or none takes it
     */
    Reply get(String path) throws IOException {
        int first = turn.getAndIncrement();
        IOException refused = new IOException("no server is well");
        for (int i = 0; i < servers.size(); i++) {
            URI server = servers.get((first + i) % servers.size());
            if (!away.contains(server)) {
                try {
                    Reply reply = ask(server, path);
                    if (reply.status != UNAVAILABLE) {
                        return reply;
                    }
                    refused = new IOException(reply.body);
                } catch (ConnectException e) {
                    refused = e;
                }
                away.add(server);
                passedOn.incrementAndGet();
            }
        }
        throw refused;
    }

    /** How many requests went to a server that didn't take them. */
    int passedOn() {
        return passedOn.get();
    }

    @Override
    public void close() throws IOException {
        over = true;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    @Override
    public String toString() {
        return passedOn + " passed on to the other server";
    }
}
