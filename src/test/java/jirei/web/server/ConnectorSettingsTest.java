package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "1024, 4096, 1024",
        "1024, 1000, 800",
        "1024, 300, 100",
        "1024, 100, 16",
        "8, 100, 8",
        "1024, unlimited, 1024"
    })
    void connectionsLeaveFileDescriptorsForTheIndex(
            int configured, String maxOpenFiles, int connections, @TempDir Path folder) throws Exception {
        Path limits = Files.writeString(
                folder.resolve("limits"),
                """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             60000                60000                processes
                Max open files            MAX                  MAX                  files
                """
                        .replace("MAX", maxOpenFiles));

        assertThat(ConnectorSettings.withinFileLimit(configured, limits)).isEqualTo(connections);
        assertThat(ConnectorSettings.withinFileLimit(configured, folder.resolve("missing")))
                .isEqualTo(configured);
    }
}
