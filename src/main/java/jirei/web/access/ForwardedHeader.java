package jirei.web.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Forwarded} of RFC 7239. Stateless. */
final class ForwardedHeader {
    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([^\\s\",;]*))\\s*([;,]|$)");

    private static final Pattern NODE = Pattern.compile("\\[([^]]+)](?::[^:]*)?|([^:]*)(?::[^:]*)?");

    private ForwardedHeader() {}

    /** Returns the parameters of each hop by name in lower case, in order; empty if {@code header} is malformed. */
    static List<Map<String, String>> hops(String header) {
        List<Map<String, String>> hops = new ArrayList<>();
        Map<String, String> hop = new HashMap<>();
        Matcher pair = PAIR.matcher(header);
        for (int at = 0; at < header.length(); at = pair.end()) {
            if (!pair.region(at, header.length()).lookingAt()) {
                return List.of();
            }
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            hop.put(pair.group(1).toLowerCase(Locale.ROOT), value);
            if (!pair.group(4).equals(";")) {
                hops.add(hop);
                hop = new HashMap<>();
            }
        }
        return hops;
    }

    /** Returns the address of a node such as {@code "[2001:db8::1]:4711"}, without brackets and port. */
    static String address(String node) {
        Matcher parts = NODE.matcher(node);
        if (!parts.matches()) {
            return node;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
}
