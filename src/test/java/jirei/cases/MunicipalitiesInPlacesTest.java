package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MunicipalitiesInPlacesTest {
    @ParameterizedTest(name = "{1}: {3}")
    @CsvFileSource(resources = "municipalities-in-places.tsv", delimiter = '\t', numLinesToSkip = 1, emptyValue = "")
    void placesNameMunicipalities(String prefecture, String place, String municipalities, String gloss) {
        List<String> named = Municipalities.namedIn(Prefecture.named(prefecture).orElseThrow(), place);

        assertThat(String.join(" ", named)).as(gloss).isEqualTo(municipalities == null ? "" : municipalities);
    }
}
