package jirei.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.query.SearchRequest;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.SiteSettings;
import jirei.web.settings.TrustedProxies;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings file of {@code serve --settings}: one setting per line, as in {@code search.millis = 3000}. Settings
 * that are not given have their defaults. Immutable.
 */
final class ServeSettings {
    private static final List<String> NAMES = List.of(
            "hosts",
            "public.url",
            "contact",
            "query.characters",
            "page.depth",
            "page.size",
            "facet.values",
            "parameters",
            "head.bytes",
            "body.bytes",
            "connections",
            "requests.at-once",
            "searches.at-once",
            "exports.at-once",
            "requests.per-minute",
            "search.millis",
            "idle.seconds",
            "stop.seconds",
            "notice.seconds",
            "log",
            "log.requests",
            "log.queries",
            "slow.millis",
            "zero-hits",
            "editors.file",
            "editors.header",
            "proxy.addresses",
            "sources.download",
            "upload.bytes",
            "history.versions");
    /** A header field name (RFC 9110, 5.6.2). */
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

    private final String file;
    private final Properties values;

    private ServeSettings(String file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads {@code file}.
     *
     * @param file the settings file, or null for the defaults
     * @throws WrongInputException if the file cannot be read or has an unknown setting
     */
    static ServeSettings read(@Nullable Path file) throws IOException {
        var values = new Properties();
        if (file != null) {
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(text);
            } catch (NoSuchFileException e) {
                throw new WrongInputException("設定ファイル「" + file + "」がありません。--settings の指定を確かめてください。");
            } catch (MalformedInputException | IllegalArgumentException e) {
                throw new WrongInputException("設定ファイル「" + file + "」を読み取れません。UTF-8 で「名前 = 値」の行を書いてください。");
            }
        }
        var settings = new ServeSettings(String.valueOf(file), values);
        settings.requireKnownNames();
        return settings;
    }

    private void requireKnownNames() {
        for (String name : new TreeSet<>(values.stringPropertyNames())) {
            if (!NAMES.contains(name)) {
                throw new WrongInputException(
                        "設定ファイル「" + file + "」の「" + name + "」という設定はありません。使えるのは " + String.join("、", NAMES) + " です。");
            }
        }
    }

    /**
     * Returns the settings of a server that listens on {@code host} and {@code port}.
     *
     * @param distributed whether a cluster searches, so that searches wait for the network and not for processors
     * @throws WrongInputException if a value is invalid
     */
    WebSettings webSettings(String host, int port, boolean development, boolean distributed) {
        return new WebSettings(
                host,
                port,
                development,
                Path.of("web"),
                listed("hosts"),
                limits(distributed),
                logging(),
                editing(WebSettings.isLoopback(host)),
                site(distributed));
    }

    private SiteSettings site(boolean distributed) {
        String url = values.getProperty("public.url", "").strip().replaceFirst("/$", "");
        try {
            return new SiteSettings(
                    url.isEmpty() ? null : url,
                    distributed,
                    values.getProperty("contact", "").strip(),
                    ProgramVersion.number());
        } catch (IllegalArgumentException e) {
            throw invalid("public.url", url, "https://jirei.example.jp のようなアドレス（パスのないもの）");
        }
    }

    private Set<String> listed(String name) {
        return Stream.of(values.getProperty(name, "").split("[,\\s]+"))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    /** @param local whether only this machine reaches the server */
    private EditingSettings editing(boolean local) {
        EditingSettings defaults = EditingSettings.DEFAULT;
        TrustedProxies proxies = proxies();
        return new EditingSettings(
                editorsFile(),
                editorHeader(proxies),
                proxies,
                local ? !choice("sources.download", "on", "off").equals("off") : isOn("sources.download"),
                number("upload.bytes", defaults.uploadBytes(), 1, Integer.MAX_VALUE),
                number("history.versions", defaults.historyVersions(), 1, 100_000),
                System.getProperty("user.name", defaults.localUser()));
    }

    /** Returns the file of editors; null if none is set. */
    @Nullable
    Path editorsFile() {
        return optionalFile("editors.file");
    }

    private @Nullable String editorHeader(TrustedProxies proxies) {
        String header = values.getProperty("editors.header", "").strip();
        if (header.isEmpty()) {
            return null;
        }
        if (!HEADER.matcher(header).matches()) {
            throw invalid("editors.header", header, "X-Remote-User のようなヘッダーの名前");
        }
        if (proxies.isEmpty()) {
            throw new WrongInputException("設定ファイル「" + file + "」に editors.header がありますが、proxy.addresses がありません。"
                    + "そのヘッダーを付けるリバースプロキシのアドレスを proxy.addresses に書いてください。");
        }
        return header;
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.of(listed("proxy.addresses"));
        } catch (IllegalArgumentException e) {
            throw invalid("proxy.addresses", String.valueOf(e.getMessage()), "10.1.2.3 や 10.0.0.0/8 のようなアドレス");
        }
    }

    private WebLimits limits(boolean distributed) {
        return new WebLimits(searchLimits(), requestLimits(), loadLimits(distributed), timeLimits());
    }

    private WebLimits.SearchLimits searchLimits() {
        WebLimits.SearchLimits defaults = WebLimits.DEFAULT.search();
        return new WebLimits.SearchLimits(
                number("query.characters", defaults.queryLength(), 1, SearchRequest.MAX_QUERY_LENGTH),
                number("page.depth", defaults.hitRank(), 1, SearchRequest.MAX_HIT_RANK),
                number("page.size", defaults.pageSize(), SearchRequest.DEFAULT_PAGE_SIZE, SearchRequest.MAX_PAGE_SIZE),
                number("facet.values", defaults.facetValues(), 1, 10_000));
    }

    private WebLimits.RequestLimits requestLimits() {
        WebLimits.RequestLimits defaults = WebLimits.DEFAULT.request();
        return new WebLimits.RequestLimits(
                number("parameters", defaults.parameters(), 1, 10_000),
                number("head.bytes", defaults.headerBytes(), 1024, 1_048_576),
                number("body.bytes", defaults.bodyBytes(), 0, 1_048_576));
    }

    private WebLimits.LoadLimits loadLimits(boolean distributed) {
        WebLimits.LoadLimits defaults = WebLimits.DEFAULT.load();
        return new WebLimits.LoadLimits(
                number("connections", defaults.connections(), 1, 100_000),
                number("requests.at-once", defaults.concurrentRequests(), 1, 10_000),
                number("requests.per-minute", defaults.requestsPerMinute(), 0, 1_000_000),
                number(
                        "searches.at-once",
                        distributed ? defaults.concurrentRequests() : defaults.concurrentSearches(),
                        1,
                        10_000),
                number("exports.at-once", defaults.concurrentExports(), 1, 10_000));
    }

    private WebLimits.TimeLimits timeLimits() {
        WebLimits.TimeLimits defaults = WebLimits.DEFAULT.times();
        return new WebLimits.TimeLimits(
                Duration.ofMillis(
                        number("search.millis", (int) defaults.search().toMillis(), 1, 600_000)),
                Duration.ofSeconds(number("idle.seconds", (int) defaults.idle().toSeconds(), 1, 3_600)),
                Duration.ofSeconds(
                        number("stop.seconds", (int) defaults.shutdown().toSeconds(), 1, 3_600)),
                Duration.ofSeconds(
                        number("notice.seconds", (int) defaults.drain().toSeconds(), 0, 3_600)));
    }

    private LoggingSettings logging() {
        return new LoggingSettings(
                isOn("log.requests"),
                isOn("log.queries"),
                Duration.ofMillis(number(
                        "slow.millis", (int) LoggingSettings.DEFAULT.slow().toMillis(), 0, 600_000)),
                optionalFile("zero-hits"));
    }

    private @Nullable Path optionalFile(String name) {
        String value = values.getProperty(name, "").strip();
        return value.isEmpty() ? null : Path.of(value);
    }

    /**
     * Returns the log format, {@code text} or {@code json}, as named in logback.xml.
     *
     * @throws WrongInputException if the value is neither
     */
    String logFormat() {
        return choice("log", "text", "json");
    }

    private boolean isOn(String name) {
        return choice(name, "off", "on").equals("on");
    }

    private String choice(String name, String defaultValue, String other) {
        String value = values.getProperty(name, defaultValue).strip();
        if (!value.equals(defaultValue) && !value.equals(other)) {
            throw invalid(name, value, defaultValue + " か " + other);
        }
        return value;
    }

    private int number(String name, int defaultValue, int min, int max) {
        String value = values.getProperty(name, Integer.toString(defaultValue)).strip();
        int number;
        try {
            number = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw invalid(name, value, range(min, max));
        }
        if (number < min || number > max) {
            throw invalid(name, value, range(min, max));
        }
        return number;
    }

    private static String range(int min, int max) {
        return Main.thousands(min) + " から " + Main.thousands(max) + " までの整数";
    }

    private WrongInputException invalid(String name, String value, String allowed) {
        return new WrongInputException(
                "設定ファイル「" + file + "」の " + name + " の値「" + value + "」は正しくありません。" + allowed + "を指定してください。");
    }
}
