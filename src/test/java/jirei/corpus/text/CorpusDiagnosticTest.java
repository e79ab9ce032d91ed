package jirei.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusDiagnosticTest {
    @Test
    void everyFailureNamesFileAndLineAndARemedy() {
        List<Throwable> failures = List.of(
                new IOException("no"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new IllegalArgumentException("x".repeat(100_000)),
                new NullPointerException());

        for (Throwable failure : failures) {
            CorpusDiagnostic diagnostic = CorpusDiagnostic.ofFailure(Path.of("a.md"), 7, failure);

            assertThat(diagnostic.toString()).startsWith("a.md:7: ").hasSizeLessThan(400);
            assertThat(diagnostic.problem()).containsPattern("ください(（|$)");
        }
    }
}
