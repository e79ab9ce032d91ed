package jirei.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the cluster is and how it is spoken to.
 *
 * @param urls its nodes, or what stands before them; at least one
 * @param user who asks; empty where nobody needs to be named
 * @param password the user's password
 * @param certificate the certificate of who vouches for the cluster, in PEM; null for those that Java knows
 * @param index the name under which the index is searched
 * @param shards in how many parts a new index is kept
 * @param replicas how many copies of each part there are
 * @param patience how long an answer is waited for before another node is asked
 */
public record ClusterSettings(
        List<URI> urls,
        String user,
        String password,
        @Nullable Path certificate,
        String index,
        int shards,
        int replicas,
        Duration patience) {
    /** The name of the index where none is given. */
    public static final String DEFAULT_INDEX = "jirei";

    /** How long an answer is usually waited for. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * @throws IllegalArgumentException if there is no URL
     */
    public ClusterSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("urls must not be empty");
        }
    }

    /** Nodes at {@code urls} that ask for no name. */
    public static ClusterSettings of(List<URI> urls) {
        return new ClusterSettings(urls, "", "", null, DEFAULT_INDEX, 1, 1, DEFAULT_TIMEOUT);
    }

    /** The same with an index named {@code other}, kept in {@code parts}. */
    public ClusterSettings withIndex(String other, int parts, int copies) {
        return new ClusterSettings(urls, user, password, certificate, other, parts, copies, patience);
    }

    @Override
    public String toString() {
        return "ClusterSettings[" + urls + ", " + index + "]"; // without the password
    }
}
