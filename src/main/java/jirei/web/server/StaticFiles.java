package jirei.web.server;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.settings.WebSettings;

/** The static files: style sheets, scripts, images, fonts. Cached in memory except in development. Thread-safe. */
public final class StaticFiles {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
    /** Contains the version of htmx, which is part of its path. */
    private static final String HTMX_PROPERTIES = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

    private static final String HTMX_FOLDER = "META-INF/resources/webjars/htmx.org/";
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/vnd.microsoft.icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    /** In hexadecimal digits: 128 bits. */
    private static final int VERSION_LENGTH = 32;

    private final WebSettings settings;
    private final Map<String, Asset> cached = new ConcurrentHashMap<>();

    public StaticFiles(WebSettings settings) {
        this.settings = settings;
    }

    /** A static file. Immutable. */
    public static final class Asset {
        private final byte[] content;
        private final String contentType;
        private final String sha256;

        private Asset(byte[] content, String contentType, String sha256) {
            this.content = content;
            this.contentType = contentType;
            this.sha256 = sha256;
        }

        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        public String contentType() {
            return contentType;
        }

        /** The version, which identifies the content. */
        public String version() {
            return sha256.substring(0, VERSION_LENGTH);
        }

        public String entityTag() {
            return EntityTags.of(sha256);
        }
    }

    /**
     * Returns the URL of {@code name} with the version of its content, so that browsers may cache it forever.
     *
     * @throws IOException if there is no such file
     */
    String url(String name) throws IOException {
        Asset asset = named(name).orElseThrow(() -> new IOException("there is no static file \"" + name + "\""));
        return "/static/" + name + "?v=" + asset.version();
    }

    /** Returns the file {@code name}, such as {@code site.css}; empty if there is none. */
    public Optional<Asset> named(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Asset known = settings.development() ? null : cached.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> content = content(name);
        return content.map(bytes -> cache(name, bytes));
    }

    /** Responds with the file {@code name}. */
    public void respond(Context context, String name) throws IOException, ProblemException {
        Asset asset = named(name).orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
        // font files have their version in the name
        boolean asVersioned = name.endsWith(".woff2") || asset.version().equals(context.queryParam("v"));
        context.header("Cache-Control", asVersioned ? "public, max-age=31536000, immutable" : "no-cache");
        context.header("ETag", asset.entityTag());
        context.contentType(asset.contentType()).result(asset.open());
    }

    private Asset cache(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        var asset = new Asset(
                content, CONTENT_TYPES.getOrDefault(ending, "application/octet-stream"), EntityTags.sha256(content));
        cached.put(name, asset);
        return asset;
    }

    private Optional<byte[]> content(String name) throws IOException {
        Path file = settings.webFolder().resolve("static").resolve(name);
        if (settings.development() && Files.isRegularFile(file)) {
            return Optional.of(Files.readAllBytes(file));
        }
        return resource(name.equals("htmx.js") ? htmxPath() : "web/static/" + name);
    }

    private static String htmxPath() throws IOException {
        var properties = new Properties();
        properties.load(new ByteArrayInputStream(resource(HTMX_PROPERTIES).orElseThrow()));
        return HTMX_FOLDER + properties.getProperty("version") + "/dist/htmx.min.js";
    }

    private static Optional<byte[]> resource(String path) throws IOException {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
