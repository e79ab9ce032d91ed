package jirei.web.server;

import io.javalin.config.JettyConfig;
import jirei.web.settings.WebLimits;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Limits of the HTTP connector that apply before a request is parsed. Stateless. */
public final class ConnectorSettings {
    private ConnectorSettings() {}

    public static void within(WebLimits limits, JettyConfig jetty, Runnable listening) {
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(limits.headBytes());
            http.setSendServerVersion(false);
        });
        jetty.modifyServer(server -> {
            server.setOpenEarly(false); // opens connectors last
            server.setStopTimeout(limits.stop().toMillis());
            // the connectors do not exist yet
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    limit(server, limits, listening);
                }
            });
        });
    }

    private static void limit(Server server, WebLimits limits, Runnable listening) {
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        for (var connector : server.getConnectors()) {
            connector.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    listening.run();
                }
            });
            if (connector instanceof AbstractConnector accepting) {
                accepting.addBean(new SlowHeaderGuard(server, limits.idle()));
                accepting.setIdleTimeout(limits.idle().toMillis());
            }
        }
    }
}
