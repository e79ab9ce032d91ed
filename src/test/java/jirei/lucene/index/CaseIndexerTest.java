package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import jirei.analysis.JapaneseAnalyzers;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.engine.schema.AnalyzedField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CaseIndexerTest {
    /** Characters that make a term of more than the 32,766 bytes that an index takes. */
    private static final int TOO_LONG = 33_000;

    @Test
    void aCaseThatTheIndexRefusesIsRejectedAndTheOthersAreWritten() throws Exception {
        JapaneseAnalyzers analysis = JapaneseAnalyzers.with(new StringReader(""));
        List<String> rejected = new ArrayList<>();
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig(AnalyzedField.analyzer(analysis)));
                var cases = new CaseIndexer(writer, analysis.nouns())) {
            for (int number = 0; number < 100; number++) {
                String id = "c-" + number;
                String place = number % 10 == 7 ? "村".repeat(TOO_LONG / 3) : "村";
                cases.write(caseIn(id, place), "a.jsonl", failure -> rejected.add(id));
            }
            cases.finish();
            writer.commit();

            assertThat(rejected)
                    .containsExactly("c-7", "c-17", "c-27", "c-37", "c-47", "c-57", "c-67", "c-77", "c-87", "c-97");
            try (var reader = DirectoryReader.open(directory)) {
                assertThat(new IndexedFileCatalog(reader).casesOf("a.jsonl"))
                        .hasSize(90)
                        .doesNotContain("c-7");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "１", "一", "1,", "ア", "国", "a", "\u3099", "ー", "億"})
    void aRunOfOneCharacterIsIndexed(String character) throws Exception {
        JapaneseAnalyzers analysis = JapaneseAnalyzers.with(new StringReader(""));
        var section = new Section(
                "s1",
                SectionKind.LEAD,
                "節",
                "",
                List.of(),
                List.of(),
                "あ" + character.repeat(TOO_LONG / character.length()));
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig(AnalyzedField.analyzer(analysis)));
                var cases = new CaseIndexer(writer, analysis.nouns())) {
            cases.write(caseIn("c", "村").withSections(List.of(section)), "a.md", failure -> {
                throw new AssertionError(failure);
            });
            cases.finish();
        }
    }

    private static CaseStudy caseIn(String id, String place) {
        var section = new Section("s1", SectionKind.LEAD, "節", "", List.of(), List.of(), "本文。");
        return new CaseStudy(
                id, null, "題", "", null, null, place, RegionFigures.NONE, Source.UNKNOWN, List.of(section));
    }
}
