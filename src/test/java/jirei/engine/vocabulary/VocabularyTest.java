package jirei.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.search.Suggestion.Kind;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    @TempDir
    private Path folder;

    @Test
    void writtenEntriesAreReadInOrder() throws Exception {
        List<VocabularyEntry> entries = List.of(
                new VocabularyEntry("灯台", "トウダイ", Kind.TERM, 7),
                new VocabularyEntry("医師会", "イシカイ", Kind.ACTOR, 3),
                new VocabularyEntry("ICT𠮷", "ICT𠮷", Kind.HEADING, 1));

        try (var directory = FSDirectory.open(folder)) {
            Vocabulary.write(entries, directory, Vocabulary.FILE);

            assertThat(Vocabulary.read(directory, Vocabulary.FILE).entries()).isEqualTo(entries);
        }
    }

    @Test
    void aCorruptFileIsRejected() throws Exception {
        try (var directory = FSDirectory.open(folder)) {
            Vocabulary.write(List.of(new VocabularyEntry("灯台", "トウダイ", Kind.TERM, 7)), directory, Vocabulary.FILE);
            Path file = folder.resolve("vocabulary.bin");
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);

            assertThatThrownBy(() -> Vocabulary.read(directory, Vocabulary.FILE))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFullCounterEvictsAQuarterAtATime() {
        var tally = new FrequencyCounter(100);
        for (int text = 0; text < 110; text++) {
            int often = text < 90 ? 3 : 1;
            for (int i = 0; i < often; i++) {
                tally.add(3L * text + i, "灯台" + text, "灯台" + text, "", true);
            }
        }

        assertThat(tally.top(1_000, 1)).as("90 stand three times").hasSizeBetween(50, 75);
    }

    @Test
    void aFullCounterEvictsTheRarest() {
        var tally = new FrequencyCounter(4);
        for (int section = 1; section <= 10; section++) {
            tally.add(section, "灯台", "灯台", "トウダイ", true);
            tally.add(section, "語" + section, "語" + section, "", true);
        }

        assertThat(tally.top(1, 1)).extracting(FrequencyCounter.Count::text).containsExactly("灯台");
        assertThat(tally.top(1, 1).getFirst().sections()).isEqualTo(10);
        assertThat(tally.top(100, 1)).hasSizeLessThanOrEqualTo(4);
    }
}
