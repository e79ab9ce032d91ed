package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

class CorpusReadmeTest {
    private static final Path README = Path.of("corpus/README.md");

    @Test
    void theMarkdownExampleEqualsTheWrittenFormat() throws Exception {
        String example = example("markdown");

        assertThat(CaseMarkdown.write(CaseMarkdown.read(README, example, Lexicon.shipped())))
                .isEqualTo(example);
    }

    @Test
    void theJsonExampleEqualsTheWrittenFormat() throws Exception {
        String example = example("json").strip();

        assertThat(CaseJson.write(CaseJson.read(README, 1, example, Lexicon.shipped())))
                .isEqualTo(example);
    }

    private static String example(String language) throws Exception {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(block.find()).as("an example of %s in %s", language, README).isTrue();
        return block.group(1);
    }
}
