package jirei.web.server;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/**
 * The host names that requests may use. Protects against DNS rebinding: a page of another site could resolve its own
 * name to our address and read our responses, so requests with other host names are rejected. Immutable.
 */
final class HostAllowlist {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;
    private final boolean allowsAll;

    private HostAllowlist(Set<String> names, boolean any) {
        this.names = names;
        this.allowsAll = any;
    }

    static HostAllowlist of(WebSettings settings) {
        Set<String> names = new HashSet<>(LOOPBACK_NAMES);
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
        String published = settings.site().publicHost();
        if (published != null) {
            names.add(published.toLowerCase(Locale.ROOT));
        }
        return new HostAllowlist(names, settings.hosts().isEmpty() && !WebSettings.isLoopback(settings.host()));
    }

    /** Whether the header {@code Host}, such as localhost:7070, is allowed; always true if it is missing. */
    boolean allows(@Nullable String host) {
        return allowsAll || host == null || names.contains(withoutPort(host).toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
