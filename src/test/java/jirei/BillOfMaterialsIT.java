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

/** The bill of materials lists exactly the libraries shipped with the jar. */
class BillOfMaterialsIT {
    private static final Path TARGET = Path.of("target");

    private static JsonNode billOfMaterials() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(TARGET.resolve("bom.json")));
    }

    @Test
    void itListsExactlyTheShippedLibraries() throws IOException {
        List<String> shipped;
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            shipped = jars.map(jar -> jar.getFileName().toString()).toList();
        }
        List<String> listed = StreamSupport.stream(
                        billOfMaterials().get("components").spliterator(), false)
                .map(BillOfMaterialsIT::jar)
                .toList();

        assertThat(listed).isNotEmpty().containsExactlyInAnyOrderElementsOf(shipped);
    }

    /** Returns the file name of a component, with its classifier if it has one. */
    private static String jar(JsonNode component) {
        String purl = component.get("purl").asString();
        int classifier = purl.indexOf("classifier=");
        return component.get("name").asString() + "-" + component.get("version").asString()
                + (classifier < 0 ? "" : "-" + purl.substring(classifier + 11).split("&", -1)[0]) + ".jar";
    }

    @Test
    void itNamesTheProgram() throws IOException {
        JsonNode program = billOfMaterials().get("metadata").get("component");

        assertThat(program.get("name").asString()).isEqualTo("jirei");
        assertThat(program.get("version").asString()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void everyComponentHasALicence() throws IOException {
        for (JsonNode component : billOfMaterials().get("components")) {
            assertThat(component.path("licenses").size())
                    .as("%s", component.get("purl"))
                    .isPositive();
        }
    }
}
