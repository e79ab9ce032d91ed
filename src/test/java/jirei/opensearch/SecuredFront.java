package jirei.opensearch;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTPS endpoint with basic authentication in place of a cluster, with responses given by the test. */
final class SecuredFront implements AutoCloseable {
    static final String USER = "reader";
    static final String PASSWORD = "けんさく7";

    private static final String STORE_PASSWORD = "invented";

    /** Gives the responses to authenticated requests. */
    interface Handler {
        Response to(String path, String body);
    }

    /**
     * A response.
     *
     * @param status its HTTP status
     * @param body its JSON
     */
    record Response(int status, String body) {}

    private final HttpsServer server;
    private final AtomicInteger challenged = new AtomicInteger();

    private SecuredFront(HttpsServer server) {
        this.server = server;
    }

    /** Starts on any free port with the key that {@link #key} generated in {@code folder}. */
    static SecuredFront start(Path folder, Handler handler) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(folder)));
        var front = new SecuredFront(server);
        server.createContext("/", exchange -> handle(exchange, handler))
                .setAuthenticator(new BasicAuthenticator("cluster", StandardCharsets.UTF_8) {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals(USER) && password.equals(PASSWORD);
                    }

                    @Override
                    public Result authenticate(HttpExchange exchange) {
                        Result result = super.authenticate(exchange);
                        if (!(result instanceof Success)) {
                            front.challenged.incrementAndGet();
                        }
                        return result;
                    }
                });
        server.start();
        return front;
    }

    private static void handle(HttpExchange exchange, Handler handler) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Response handle = handler.to(exchange.getRequestURI().getPath(), body);
        byte[] bytes = handle.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(handle.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static SSLContext context(Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("key.p12"))) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Generates a key pair for this host in {@code folder} and returns the file of its certificate. */
    static Path key(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path certificate = folder.resolve("ca.pem");
        String store = folder.resolve("key.p12").toString();
        keytool(
                "-genkeypair",
                "-keystore",
                store,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-keystore", store, "-rfc", "-file", certificate.toString());
        return certificate;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", STORE_PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** Returns its address. */
    URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the number of requests without the right credentials. */
    int challenged() {
        return challenged.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
