package jirei.web;

import java.nio.file.Path;

/**
 * How the server is started.
 *
 * @param host the address to listen on, as in 127.0.0.1
 * @param port the port to listen on, 0 to 65535; 0 takes any free one
 * @param development whether templates and static files are read from {@code webFolder} afresh at each request; needs a JDK
 * @param webFolder the folder with {@code templates} and {@code static}; looked at in development only
 */
public record WebSettings(String host, int port, boolean development, Path webFolder) {
    /**
     * @throws IllegalArgumentException if {@code port} is out of range
     */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
    }

    /** Templates and static files as they were built. */
    public static WebSettings of(String host, int port) {
        return new WebSettings(host, port, false, Path.of("web"));
    }
}
