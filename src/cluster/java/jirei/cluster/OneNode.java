package jirei.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/**
 * Runs one OpenSearch node in this JVM, as the distribution does, with the modules and plugins that Jirei needs.
 * Stateless.
 */
public final class OneNode {
    private static final List<String> PLUGINS = List.of(
            "org.opensearch.transport.Netty4ModulePlugin",
            "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
            "org.opensearch.index.mapper.MapperExtrasModulePlugin",
            "org.opensearch.join.ParentJoinModulePlugin",
            "org.opensearch.painless.PainlessModulePlugin",
            "org.opensearch.plugin.analysis.kuromoji.AnalysisKuromojiPlugin");

    private OneNode() {}

    private static final class WithPlugins extends Node {
        WithPlugins(Environment environment, Collection<PluginInfo> plugins) {
            super(environment, plugins, true);
        }
    }

    /**
     * Starts the node, which ends with its parent process.
     *
     * @param arguments home folder, node name, HTTP port, transport port, seed hosts and initial cluster managers,
     *     the last two separated by commas
     */
    public static void main(String[] arguments) throws Exception {
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> Runtime.getRuntime()
                .halt(0));
        Path home = Path.of(arguments[0]);
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("cluster.name", "jirei-local")
                .put("node.name", arguments[1])
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[2])
                .put("transport.port", arguments[3])
                .putList("discovery.seed_hosts", arguments[4].split(","))
                .putList("cluster.initial_cluster_manager_nodes", arguments[5].split(","))
                // a long sentence has many terms
                .put("indices.query.bool.max_clause_count", 20_000)
                // restart a stalled shard recovery, as after kill -9, at once; the default is half an hour
                .put("indices.recovery.recovery_activity_timeout", "15s")
                // if a node dies between the DFS and query phases, the open search context blocks recovery of the shard
                .put("search.default_keep_alive", "20s")
                .put("search.keep_alive_interval", "5s")
                // tests also run on machines whose disk is almost full
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                settings, Map.of(), home.resolve("config"), () -> arguments[1]);
        List<PluginInfo> plugins = PLUGINS.stream().map(OneNode::plugin).toList();
        Node node = new WithPlugins(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close"));
        node.start();
        Thread.currentThread().join();
    }

    /** Closes the node, so that the others are notified at once. */
    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    private static PluginInfo plugin(String className) {
        return new PluginInfo(className, "", "NA", Version.CURRENT, "21", className, null, List.of(), false);
    }
}
