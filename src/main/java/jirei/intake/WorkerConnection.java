package jirei.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import jirei.intake.WorkerMessages.Reply;

/** A running process of {@link IntakeWorker} or {@link PageWorker}. Not thread-safe, except for {@link #kill}. */
final class WorkerConnection {
    /** Number of replies that are held while the caller writes case files; the worker waits when there are more. */
    private static final int MAX_QUEUED = 4;

    private static final long MAX_END_SECONDS = 5;

    /** Environment variables by which a JVM takes options that would replace the limits of the worker. */
    private static final List<String> JVM_OPTION_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final OutputStream requests;
    private final BlockingQueue<Optional<Reply>> replies = new ArrayBlockingQueue<>(MAX_QUEUED);

    private WorkerConnection(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
        Thread.ofPlatform().daemon().name("intake-replies").start(this::receive);
    }

    /**
     * Starts the process {@code command}.
     *
     * @throws IOException if it cannot be started
     */
    static WorkerConnection start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(JVM_OPTION_VARIABLES);
        return new WorkerConnection(builder.start());
    }

    /** Sends a line. A worker that has ended does not receive it; the next reply says so. */
    void send(String line) {
        try {
            requests.write(line.getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException ended) {
            destroy();
        }
    }

    private void receive() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Iterator<String>> fields = WorkerMessages.fields(line);
                if (fields.isPresent()) {
                    replies.put(Optional.of(Reply.of(fields.get())));
                }
            }
        } catch (IOException | IllegalArgumentException | NoSuchElementException incomplete) {
            destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            replies.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result of {@link #next}: a reply; or none, if the process has ended or the time is over. */
    record Received(Optional<Reply> reply, boolean isLate) {}

    /** Waits for the next reply, at most until {@code deadline}, a value of {@link System#nanoTime}. */
    Received next(long deadline) throws InterruptedException {
        Optional<Reply> reply = replies.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        return reply == null ? new Received(Optional.empty(), true) : new Received(reply, false);
    }

    /** Returns the exit code of the process, which sends no more replies. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(MAX_END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** Ends the process with the programs that it runs. */
    private void destroy() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the process and waits for its end. */
    void kill() {
        destroy();
        try {
            process.waitFor(MAX_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
