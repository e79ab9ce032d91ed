package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what the program is made of says what lies beside its jar, no more and no less. */
class BillOfMaterialsIT {
    private static final Path TARGET = Path.of("target");

    private static JsonNode bill() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(TARGET.resolve("bom.json")));
    }

    @Test
    void itListsWhatRunsAndNothingElse() throws IOException {
        List<String> shipped;
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            shipped = jars.map(jar -> jar.getFileName().toString()).toList();
        }
        List<String> listed = StreamSupport.stream(bill().get("components").spliterator(), false)
                .map(BillOfMaterialsIT::jar)
                .toList();

        assertThat(listed).isNotEmpty().containsExactlyInAnyOrderElementsOf(shipped);
    }

    /** The name of the file, with the classifier where there is one. */
    private static String jar(JsonNode component) {
        String address = component.get("purl").asString();
        int classifier = address.indexOf("classifier=");
        return component.get("name").asString() + "-" + component.get("version").asString()
                + (classifier < 0
                        ? ""
                        : "-" + address.substring(classifier + 11).split("&", -1)[0]) + ".jar";
    }

    @Test
    void itNamesTheProgram() throws IOException {
        JsonNode program = bill().get("metadata").get("component");

        assertThat(program.get("name").asString()).isEqualTo("jirei");
        assertThat(program.get("version").asString()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void everyPartHasALicence() throws IOException {
        for (JsonNode component : bill().get("components")) {
            assertThat(component.path("licenses").size())
                    .as("%s", component.get("purl"))
                    .isPositive();
        }
    }
}
