package jirei.web.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** The addresses of the reverse proxies whose headers are believed. Immutable. */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(new InetAddressSet());

    /** An address or a network in numbers; names would be looked up. */
    private static final Pattern NUMERIC = Pattern.compile(
            "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?" + "|(?=[^/]*:)[0-9a-fA-F:]{2,39}(/[0-9]{1,3})?");

    private final InetAddressSet addresses;

    private TrustedProxies(InetAddressSet addresses) {
        this.addresses = addresses;
    }

    /**
     * Returns the proxies at {@code addresses}, such as 10.1.2.3, 10.0.0.0/8 or fd00::/8.
     *
     * @throws IllegalArgumentException if one is no address; its message is that text
     */
    public static TrustedProxies of(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return NONE;
        }
        var set = new InetAddressSet();
        for (String address : addresses) {
            if (!NUMERIC.matcher(address).matches()) {
                throw new IllegalArgumentException(address);
            }
            try {
                set.add(address);
            } catch (IllegalArgumentException outOfRange) {
                throw new IllegalArgumentException(address, outOfRange);
            }
        }
        return new TrustedProxies(set);
    }

    /** Whether {@code address}, the numeric address of a peer, is one of them. */
    public boolean contains(String address) {
        try {
            return NUMERIC.matcher(address).matches() && addresses.test(InetAddress.getByName(address));
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }
}
