package jirei.web.settings;

import java.nio.file.Path;
import java.util.Set;

/**
 * How the server is started.
 *
 * @param host the address to listen on, as in 127.0.0.1
 * @param port the port to listen on, 0 to 65535; 0 takes any free one
 * @param development whether templates and static files are read from {@code webFolder} afresh at each request; needs a JDK
 * @param webFolder the folder with {@code templates} and {@code static}; looked at in development only
 * @param hosts the names, beside those of this machine, by which browsers may call the server; where it listens to other
 *     machines, none means any
 * @param limits how much may be asked for
 * @param watching what is noted of requests
 */
public record WebSettings(
        String host,
        int port,
        boolean development,
        Path webFolder,
        Set<String> hosts,
        WebLimits limits,
        LoggingSettings watching) {
    /**
     * @throws IllegalArgumentException if {@code port} is out of range
     */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
        hosts = Set.copyOf(hosts);
    }

    /** With the usual limits. */
    public WebSettings(String host, int port, boolean development, Path webFolder) {
        this(host, port, development, webFolder, Set.of(), WebLimits.DEFAULT, LoggingSettings.DEFAULT);
    }

    /** Templates and static files as they were built. */
    public static WebSettings of(String host, int port) {
        return new WebSettings(host, port, false, Path.of("web"));
    }

    /** The same within {@code others}. */
    public WebSettings with(WebLimits others) {
        return new WebSettings(host, port, development, webFolder, hosts, others, watching);
    }

    /** The same, noting {@code others}. */
    public WebSettings with(LoggingSettings others) {
        return new WebSettings(host, port, development, webFolder, hosts, limits, others);
    }

    /** The same, called by {@code others}. */
    public WebSettings calledBy(Set<String> others) {
        return new WebSettings(host, port, development, webFolder, others, limits, watching);
    }
}
