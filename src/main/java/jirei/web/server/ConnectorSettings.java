package jirei.web.server;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.web.settings.WebLimits;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Limits of the HTTP connector that apply before a request is parsed. Stateless. */
public final class ConnectorSettings {
    private static final Path PROCESS_LIMITS = Path.of("/proc/self/limits");
    private static final Pattern MAX_OPEN_FILES = Pattern.compile("Max open files +(\\d{1,9}) ");
    /** In file descriptors; what the program needs besides connections: its jars, the index and the corpus. */
    private static final int RESERVED_FILES = 200;

    private static final int MIN_CONNECTIONS = 16;
    /** Threads that serve no connection: acceptors, selectors and some to spare. */
    private static final int EXTRA_THREADS = 16;

    private ConnectorSettings() {}

    /**
     * Returns the number of connections that leaves enough file descriptors for the index, at most {@code connections}.
     *
     * @param processLimits the limits of this process as Linux lists them; need not exist
     */
    static int withinFileLimit(int connections, Path processLimits) {
        try {
            Matcher files = MAX_OPEN_FILES.matcher(Files.readString(processLimits));
            return files.find()
                    ? Math.clamp(
                            Integer.parseInt(files.group(1)) - RESERVED_FILES,
                            Math.min(MIN_CONNECTIONS, connections),
                            connections)
                    : connections;
        } catch (IOException unknown) {
            return connections;
        }
    }

    public static void within(WebLimits limits, JettyConfig jetty, Runnable beforeListening) {
        jetty.threadPool = threads(limits);
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(limits.request().headerBytes());
            http.setSendServerVersion(false);
        });
        jetty.modifyServer(server -> {
            server.setOpenEarly(false); // opens connectors last
            server.setStopTimeout(limits.times().shutdown().toMillis());
            // the connectors do not exist yet
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    limit(server, limits, beforeListening);
                }
            });
        });
    }

    /**
     * One platform thread for each connection at most, so that slow clients cannot take the last one. Not virtual
     * threads, which do not share processors: a search would run until its end before another request.
     */
    private static ThreadPool threads(WebLimits limits) {
        var threads = new QueuedThreadPool(limits.load().connections() + EXTRA_THREADS);
        threads.setName("web");
        threads.setDaemon(true);
        return threads;
    }

    private static void limit(Server server, WebLimits limits, Runnable beforeListening) {
        int connections = withinFileLimit(limits.load().connections(), PROCESS_LIMITS);
        server.addBean(new NetworkConnectionLimit(connections, server));
        for (var connector : server.getConnectors()) {
            connector.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    beforeListening.run();
                }
            });
            if (connector instanceof AbstractConnector accepting) {
                accepting.addBean(new SlowHeaderGuard(server, limits.times().idle()));
                accepting.setIdleTimeout(limits.times().idle().toMillis());
            }
        }
    }
}
