package jirei.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RoundTripTest {
    private static final Path FILE = Path.of("case.md");
    private static final int CASES = 400;
    private final Lexicon lexicon = Lexicon.shipped();

    @Test
    void markdownRoundTrips() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            CaseStudy caseStudy = new HostileCases(seed, lexicon.actors().actors()).next();

            String text = CaseMarkdown.write(caseStudy);

            assertThat(CaseMarkdown.read(FILE, text, lexicon))
                    .as("seed %d%n%s", seed, text)
                    .isEqualTo(caseStudy);
        }
    }

    @Test
    void jsonRoundTrips() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            CaseStudy caseStudy = new HostileCases(seed, lexicon.actors().actors()).next();

            String json = CaseJson.write(caseStudy);

            assertThat(CaseJson.read(FILE, 1, json, lexicon))
                    .as("seed %d%n%s", seed, json)
                    .isEqualTo(caseStudy);
        }
    }
}
