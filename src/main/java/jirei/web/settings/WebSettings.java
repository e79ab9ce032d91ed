package jirei.web.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The settings of the server. Immutable.
 *
 * @param host the address to listen on, such as 127.0.0.1
 * @param port the port to listen on, 0 to 65535; 0 selects a free one
 * @param development whether templates and static files are read from {@code webFolder} at each request; needs a JDK
 * @param webFolder the folder with {@code templates} and {@code static}; used in development only
 * @param hosts the host names accepted in requests, in addition to those of this machine; if the server listens on
 *     other than loopback addresses, an empty set accepts all
 * @param limits the limits for requests
 * @param logging what is logged
 * @param editing who may change something
 * @param site where the site and its index are
 */
public record WebSettings(
        String host,
        int port,
        boolean development,
        Path webFolder,
        Set<String> hosts,
        WebLimits limits,
        LoggingSettings logging,
        EditingSettings editing,
        SiteSettings site) {
    /**
     * @throws IllegalArgumentException if {@code port} is out of range
     */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
        hosts = Set.copyOf(hosts);
    }

    /** Creates settings of a site without an address of its own. */
    public WebSettings(
            String host,
            int port,
            boolean development,
            Path webFolder,
            Set<String> hosts,
            WebLimits limits,
            LoggingSettings logging,
            EditingSettings editing) {
        this(host, port, development, webFolder, hosts, limits, logging, editing, SiteSettings.DEFAULT);
    }

    /** Whether only this machine reaches the server: no other address, and no proxy, is configured. */
    public boolean isOnlyForThisMachine() {
        return isLoopback(host) && hosts.isEmpty() && editing.proxies().isEmpty() && site.publicUrl() == null;
    }

    /** Whether {@code host} is an address that only this machine reaches. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Creates settings with the default limits. */
    public WebSettings(String host, int port, boolean development, Path webFolder) {
        this(
                host,
                port,
                development,
                webFolder,
                Set.of(),
                WebLimits.DEFAULT,
                LoggingSettings.DEFAULT,
                EditingSettings.DEFAULT);
    }

    /** Returns settings with compiled templates and packaged static files. */
    public static WebSettings of(String host, int port) {
        return new WebSettings(host, port, false, Path.of("web"));
    }

    /** Returns these settings with other limits. */
    public WebSettings with(WebLimits others) {
        return new WebSettings(host, port, development, webFolder, hosts, others, logging, editing, site);
    }

    /** Returns these settings with other logging settings. */
    public WebSettings with(LoggingSettings others) {
        return new WebSettings(host, port, development, webFolder, hosts, limits, others, editing, site);
    }

    /** Returns these settings with other settings for editing. */
    public WebSettings with(EditingSettings others) {
        return new WebSettings(host, port, development, webFolder, hosts, limits, logging, others, site);
    }

    /** Returns these settings with other settings of the site. */
    public WebSettings with(SiteSettings others) {
        return new WebSettings(host, port, development, webFolder, hosts, limits, logging, editing, others);
    }
}
