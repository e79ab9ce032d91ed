package jirei.web.server;

import io.javalin.config.JettyConfig;
import jirei.web.settings.WebLimits;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Limits of the HTTP connector that apply before a request is parsed. Stateless. */
public final class ConnectorSettings {
    /** Threads that serve no connection: acceptors, selectors and some to spare. */
    private static final int EXTRA_THREADS = 16;

    private ConnectorSettings() {}

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
        server.addBean(new NetworkConnectionLimit(limits.load().connections(), server));
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
