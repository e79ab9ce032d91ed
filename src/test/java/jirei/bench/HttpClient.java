package jirei.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A client of a server on this machine that keeps its connection: as little work of its own as can be. */
final class HttpClient implements Load.Client {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final List<byte[]> requests;

    /**
     * @param paths what to ask, with parameters
     */
    HttpClient(int port, List<String> paths) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        requests = paths.stream()
                .map(path -> ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    @Override
    public void ask(int number) throws IOException {
        body(number);
    }

    /** The answer to request {@code number}. */
    String answer(int number) throws IOException {
        return new String(body(number), StandardCharsets.UTF_8);
    }

    private byte[] body(int number) throws IOException {
        out.write(requests.get(number));
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
        }
        byte[] body = length >= 0 ? in.readNBytes(length) : chunks();
        if (!status.contains(" 200")) {
            throw new IOException(status + " for request " + number);
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
