package jirei.web;

import java.io.IOException;
import java.io.Serial;

/** Thrown if another program listens on the port; the message is for the user who starts the server. Immutable. */
public final class PortTakenException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int port;

    PortTakenException(int port, Throwable cause) {
        super(
                "ポート " + port + " はほかのプログラム（すでに動いている Jirei など）が使っているので、それを終了するか、--port " + another(port)
                        + " のように別の番号を指定してください。",
                cause);
        this.port = port;
    }

    /** The requested port. */
    public int port() {
        return port;
    }

    private static int another(int port) {
        return port < 65_535 ? port + 1 : port - 1;
    }
}
