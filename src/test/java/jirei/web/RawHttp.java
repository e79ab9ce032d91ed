package jirei.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that an HTTP client would refuse to send. Stateless. */
public final class RawHttp {
    private RawHttp() {}

    /**
     * Sends {@code lines} as the request head, with {@code Connection: close} added, and returns the whole response.
     */
    public static String answer(Site site, String... lines) throws IOException {
        try (var socket = new Socket(
                        InetAddress.getLoopbackAddress(), site.server().port());
                InputStream in = socket.getInputStream()) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
