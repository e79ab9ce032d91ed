package jirei.web;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** How much the listening side takes in before a request is one. */
final class Listening {
    private Listening() {}

    static void within(WebLimits limits, JettyConfig jetty) {
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(limits.headBytes());
            http.setSendServerVersion(false);
        });
        jetty.modifyServer(server -> {
            server.setStopTimeout(limits.stop().toMillis());
            // connectors are added later than this is asked
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    limit(server, limits);
                }
            });
        });
    }

    private static void limit(Server server, WebLimits limits) {
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        for (var connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector listening) {
                listening.addBean(new SlowHeads(server, limits.idle()));
                listening.setIdleTimeout(limits.idle().toMillis());
            }
        }
    }
}
