package jirei.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connection and index settings of a cluster. Immutable.
 *
 * @param urls the addresses of its nodes or of a proxy in front of them; at least one
 * @param user the user name; empty for no authentication
 * @param password the password of the user
 * @param certificate the PEM file with the certificate authority of the cluster; null for those that Java trusts
 * @param index the alias under which the index is searched
 * @param shards the number of shards of a new index
 * @param replicas the number of replicas of each shard
 * @param timeout the timeout after which another node is tried
 */
public record ClusterSettings(
        List<URI> urls,
        String user,
        String password,
        @Nullable Path certificate,
        String index,
        int shards,
        int replicas,
        Duration timeout) {
    /** The default index name. */
    public static final String DEFAULT_INDEX = "jirei";

    /** The default response timeout. */
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

    /** Settings for nodes at {@code urls} without authentication, with defaults for the rest. */
    public static ClusterSettings of(List<URI> urls) {
        return new ClusterSettings(urls, "", "", null, DEFAULT_INDEX, 1, 1, DEFAULT_TIMEOUT);
    }

    @Override
    public String toString() {
        return "ClusterSettings[" + urls + ", " + index + "]"; // omits the password
    }
}
