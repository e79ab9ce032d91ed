package jirei.web.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.web.page.SiteAddress;
import jirei.web.settings.TrustedProxies;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, and under which address it reached us. Headers of trusted proxies are believed. */
final class Peer {
    private static final List<String> FORWARDING_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final Context context;
    private final TrustedProxies proxies;
    private final boolean isProxied;
    private final Map<String, String> forwarded;

    Peer(Context context, TrustedProxies proxies) {
        this.context = context;
        this.proxies = proxies;
        this.isProxied = proxies.contains(context.ip());
        this.forwarded = forwarded();
    }

    /** Whether a trusted proxy sent the request. */
    boolean isProxied() {
        return isProxied;
    }

    /**
     * Whether the request comes from a program on this machine, and from no proxy on it. A proxy adds forwarding headers,
     * or keeps the name by which others call it, or speaks HTTP/1.0, which browsers do not.
     */
    boolean isOnThisMachine() {
        return !isProxied
                && isLoopback(context.ip())
                && isLoopback(host(Objects.requireNonNullElse(context.header("Host"), "")))
                && !context.protocol().equals("HTTP/1.0")
                && FORWARDING_HEADERS.stream().allMatch(name -> context.header(name) == null);
    }

    private static boolean isLoopback(String address) {
        if (address.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean isNumeric = address.matches("[0-9.]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*]?"); // no name is looked up
        try {
            return isNumeric && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String host(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return colon > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, colon) : hostAndPort;
    }

    /** The address of the client, in front of all trusted proxies. */
    String clientAddress() {
        String address = ForwardedHeader.address(forwarded.getOrDefault("for", ""));
        if (!address.isEmpty()) {
            return address;
        }
        List<String> hops = isProxied ? values("X-Forwarded-For") : List.of();
        for (String hop : hops.reversed()) {
            if (!proxies.contains(hop)) {
                return hop;
            }
        }
        return context.ip();
    }

    /** Whether the browser uses https. */
    boolean isSecure() {
        List<String> schemes = forwardedSchemes();
        return schemes.isEmpty() ? context.scheme().equals("https") : schemes.equals(List.of("https"));
    }

    /** The schemes that trusted proxies forward; empty if they forward none. */
    private List<String> forwardedSchemes() {
        @Nullable String scheme = forwarded.get("proto");
        if (scheme != null) {
            return List.of(scheme.toLowerCase(Locale.ROOT));
        }
        return isProxied ? values("X-Forwarded-Proto") : List.of();
    }

    /**
     * What the outermost trusted proxy says of the client in the header Forwarded. Headers X-Forwarded go before: a proxy
     * that sets them may pass a header Forwarded of the client on.
     */
    private Map<String, String> forwarded() {
        boolean isOld = Stream.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")
                .anyMatch(name -> context.header(name) != null);
        if (!isProxied || isOld) {
            return Map.of();
        }
        String header = String.join(",", Collections.list(context.req().getHeaders("Forwarded")));
        for (Map<String, String> hop : ForwardedHeader.hops(header).reversed()) {
            if (!proxies.contains(ForwardedHeader.address(hop.getOrDefault("for", "")))) {
                return hop;
            }
        }
        return Map.of();
    }

    /**
     * The address by which the client reaches this site, such as https://jirei.example.jp. The host that a trusted proxy
     * forwards goes before that of the request.
     */
    SiteAddress address() {
        String host = HOST.matcher(ownHost()).matches() ? ownHost() : context.host();
        return new SiteAddress((isSecure() ? "https" : "http") + "://" + host, isLoopback(host(host)));
    }

    /** Whether {@code origin}, as a browser sends it, is that of this site. */
    boolean isOwnOrigin(String origin) {
        URI uri;
        try {
            uri = new URI(origin);
        } catch (URISyntaxException e) {
            return false;
        }
        @Nullable String scheme = uri.getScheme();
        @Nullable String authority = uri.getRawAuthority();
        if (scheme == null || authority == null || !origin.equals(scheme + "://" + authority)) {
            return false;
        }
        boolean schemeMatches = forwardedSchemes().isEmpty()
                ? scheme.equals("http") || scheme.equals("https")
                : scheme.equals(isSecure() ? "https" : "http");
        return schemeMatches && withPort(authority, scheme).equals(withPort(ownHost(), scheme));
    }

    private String ownHost() {
        @Nullable String host = forwarded.get("host");
        if (host != null) {
            return host;
        }
        List<String> forwarded = isProxied ? values("X-Forwarded-Host") : List.of();
        return forwarded.size() == 1 ? forwarded.getFirst() : Objects.requireNonNullElse(context.header("Host"), "");
    }

    private static String withPort(String authority, String scheme) {
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return host(lower).equals(lower) ? lower + defaultPort : lower;
    }

    /** The elements of a list header, in order. */
    private List<String> values(String name) {
        return Collections.list(context.req().getHeaders(name)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** Returns the only value of the header {@code name}; empty if there is none, or more than one. */
    String single(String name) {
        List<String> lines = Collections.list(context.req().getHeaders(name));
        return lines.size() == 1 ? lines.getFirst().strip() : "";
    }
}
