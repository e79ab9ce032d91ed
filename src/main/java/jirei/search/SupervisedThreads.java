package jirei.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The supervised background threads of a server, for its health and metrics. Thread-safe. */
public final class SupervisedThreads {
    private final List<SupervisedThread> threads = new CopyOnWriteArrayList<>();
    private final Duration firstPause;

    /** Creates an empty registry. */
    public SupervisedThreads() {
        this(SupervisedThread.FIRST_PAUSE);
    }

    /** @param firstPause the pause before the first restart of a thread */
    public SupervisedThreads(Duration firstPause) {
        this.firstPause = firstPause;
    }

    /** Starts a thread; the caller closes it. */
    public SupervisedThread start(String name, SupervisedThread.Round round) {
        SupervisedThread thread = SupervisedThread.start(name, round, firstPause);
        threads.add(thread);
        return thread;
    }

    /** Returns the state of all threads, in the order in which they were started. */
    public List<ThreadStatus> status() {
        return threads.stream().map(SupervisedThread::status).toList();
    }

    /** Returns whether the work of any thread fails at present. */
    public boolean isFailing() {
        return status().stream().anyMatch(ThreadStatus::failing);
    }

    /** Returns whether the work of a thread called {@code name} fails at present. */
    public boolean isFailing(String name) {
        return status().stream().anyMatch(thread -> thread.name().equals(name) && thread.failing());
    }

    /** Returns how often the threads called {@code name} were restarted. */
    public long restarts(String name) {
        return status().stream()
                .filter(thread -> thread.name().equals(name))
                .mapToLong(ThreadStatus::restarts)
                .sum();
    }
}
