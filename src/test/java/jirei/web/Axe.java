package jirei.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The accessibility checker axe, with the rules of WCAG 2.2 A and AA. Stateless. */
final class Axe {
    /** Uses names of its own, which no text of the page can be confused with. */
    private static final String RUN =
            """
            const found = await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
                rules: { "label-content-name-mismatch": { enabled: true } },
                resultTypes: ["violations", "incomplete"],
            });
            const violations = found.violations.map(({ id, help, nodes }) =>
                `${id}: ${help}: ${nodes.map(({ target, any, all }) => `${target} ${[...any, ...all].map(({ message }) => message)}`).join("; ")}`);
            return `${found.passes.length}\\t${found.incomplete.map(({ id, nodes }) => `${id} ${nodes.length}`)}\\t${violations.join("\\n")}`;
            """;

    private Axe() {}

    /** Loads axe into the page. */
    static void load(Browser browser) throws IOException {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            browser.script(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Returns the number of rules passed, the rules that need manual review, and the violations. */
    static String[] run(Browser browser) {
        return browser.evaluateAsync(RUN).split("\t", 3);
    }
}
