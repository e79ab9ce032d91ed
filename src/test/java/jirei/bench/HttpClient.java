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

/**
 * A minimal HTTP client with one persistent connection to a local server, whose own cost is negligible. Not
 * thread-safe.
 */
final class HttpClient implements Load.Client {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final List<byte[]> requests;

    /**
     * @param paths request paths with parameters
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
    public void run(int number) throws IOException {
        send(number);
    }

    /** Sends request {@code number} and returns the response body. */
    String response(int number) throws IOException {
        return new String(send(number), StandardCharsets.UTF_8);
    }

    private byte[] send(int number) throws IOException {
        out.write(requests.get(number));
        String status = readLine();
        int length = -1;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
        }
        byte[] body = length >= 0 ? in.readNBytes(length) : readChunks();
        if (!status.contains(" 200")) {
            throw new IOException(status + " for request " + number);
        }
        return body;
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
            body.write(in.readNBytes(size));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private String readLine() throws IOException {
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
