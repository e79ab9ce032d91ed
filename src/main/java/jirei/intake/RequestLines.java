package jirei.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The requests that a worker receives from the process that started it. One thread may take them. */
final class RequestLines {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private RequestLines() {}

    /**
     * Receives requests from {@code in} in a thread of its own.
     *
     * @param end called when the requests have ended, also while one is being answered; must end the process
     */
    static RequestLines receive(InputStream in, Runnable end) {
        var requests = new RequestLines();
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("intake-requests").start(() -> requests.receive(reader, end));
        return requests;
    }

    private void receive(BufferedReader in, Runnable end) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // the other process has ended
        }
        end.run();
    }

    /** Waits for a request and returns its fields. */
    Iterator<String> take() throws InterruptedException {
        while (true) {
            Optional<Iterator<String>> fields = WorkerMessages.fields(lines.take());
            if (fields.isPresent()) {
                return fields.get();
            }
        }
    }
}
