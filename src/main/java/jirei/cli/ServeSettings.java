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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.query.SearchRequest;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/** The file of {@code serve --settings}: a setting a line, as in {@code search.millis = 3000}; what isn't set is as usual. */
final class ServeSettings {
    private static final List<String> NAMES = List.of(
            "hosts",
            "query.characters",
            "page.depth",
            "page.size",
            "facet.values",
            "parameters",
            "head.bytes",
            "body.bytes",
            "connections",
            "requests.at-once",
            "requests.per-minute",
            "search.millis",
            "idle.seconds",
            "stop.seconds",
            "notice.seconds",
            "log",
            "log.requests",
            "log.queries",
            "slow.millis",
            "zero-hits");

    private final String file;
    private final Properties values;

    private ServeSettings(String file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads {@code file}.
     *
     * @param file null for what is usual
     * @throws WrongInputException if it can't be read or sets what there isn't
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
        settings.refuseUnknown();
        return settings;
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(values.stringPropertyNames())) {
            if (!NAMES.contains(name)) {
                throw new WrongInputException(
                        "設定ファイル「" + file + "」の「" + name + "」という設定はありません。使えるのは " + String.join("、", NAMES) + " です。");
            }
        }
    }

    /** The settings of a server that listens to {@code host} and {@code port}. */
    WebSettings of(String host, int port, boolean development) {
        Set<String> hosts = Stream.of(values.getProperty("hosts", "").split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return new WebSettings(host, port, development, Path.of("web"), hosts, limits(), watching());
    }

    private WebLimits limits() {
        WebLimits defaultValue = WebLimits.DEFAULT;
        return new WebLimits(
                number("query.characters", defaultValue.queryCharacters(), 1, SearchRequest.MAX_QUERY_LENGTH),
                number("page.depth", defaultValue.deepestHit(), 1, SearchRequest.MAX_HIT_RANK),
                number(
                        "page.size",
                        defaultValue.hitsPerPage(),
                        SearchRequest.DEFAULT_PAGE_SIZE,
                        SearchRequest.MAX_PAGE_SIZE),
                number("facet.values", defaultValue.facetValues(), 1, 10_000),
                number("parameters", defaultValue.parameters(), 1, 10_000),
                number("head.bytes", defaultValue.headBytes(), 1024, 1_048_576),
                number("body.bytes", defaultValue.bodyBytes(), 0, 1_048_576),
                number("connections", defaultValue.connections(), 1, 100_000),
                number("requests.at-once", defaultValue.requestsAtOnce(), 1, 10_000),
                number("requests.per-minute", defaultValue.requestsPerMinute(), 0, 1_000_000),
                Duration.ofMillis(
                        number("search.millis", (int) defaultValue.search().toMillis(), 1, 600_000)),
                Duration.ofSeconds(
                        number("idle.seconds", (int) defaultValue.idle().toSeconds(), 1, 3_600)),
                Duration.ofSeconds(
                        number("stop.seconds", (int) defaultValue.stop().toSeconds(), 1, 3_600)),
                Duration.ofSeconds(
                        number("notice.seconds", (int) defaultValue.notice().toSeconds(), 0, 3_600)));
    }

    private LoggingSettings watching() {
        String zeroHits = values.getProperty("zero-hits", "").strip();
        return new LoggingSettings(
                isOn("log.requests"),
                isOn("log.queries"),
                Duration.ofMillis(number(
                        "slow.millis", (int) LoggingSettings.DEFAULT.slow().toMillis(), 0, 600_000)),
                zeroHits.isEmpty() ? null : Path.of(zeroHits));
    }

    /** The name of the form that the log has, as logback.xml calls it. */
    String logForm() {
        return choice("log", "text", "json");
    }

    private boolean isOn(String name) {
        return choice(name, "off", "on").equals("on");
    }

    private String choice(String name, String defaultValue, String other) {
        String value = values.getProperty(name, defaultValue).strip();
        if (!value.equals(defaultValue) && !value.equals(other)) {
            throw wrong(name, value, defaultValue + " か " + other);
        }
        return value;
    }

    private int number(String name, int defaultValue, int min, int limit) {
        String typed = values.getProperty(name, Integer.toString(defaultValue)).strip();
        int number;
        try {
            number = Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw wrong(name, typed, range(min, limit));
        }
        if (number < min || number > limit) {
            throw wrong(name, typed, range(min, limit));
        }
        return number;
    }

    private static String range(int min, int limit) {
        return Main.thousands(min) + " から " + Main.thousands(limit) + " までの整数";
    }

    private WrongInputException wrong(String name, String value, String allowed) {
        return new WrongInputException(
                "設定ファイル「" + file + "」の " + name + " の値「" + value + "」は正しくありません。" + allowed + "を指定してください。");
    }
}
