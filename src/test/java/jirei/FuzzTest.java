package jirei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.Documents;
import jirei.intake.Intake;
import jirei.intake.source.SourceFormatException;
import jirei.lucene.EmbeddedIndex;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.Hit;
import jirei.search.MatchRange;
import jirei.search.SearchEngine;
import jirei.search.Snippet;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Garbled input fails no reader, and costs it a bounded amount of work. Each round has a seed of its own, which a
 * failure names: {@code -Djirei.seed=S -Djirei.fuzz.rounds=1} repeats that round.
 */
@Tag("slow")
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("jirei.fuzz.rounds", 2_000);
    private static final HexFormat HEX = HexFormat.of();
    /** Allocated by a round at most. */
    private static final long MAX_BYTES = 256L << 20;
    /** Allocated at most by a round with an index of its own and 25 searches. */
    private static final long MAX_BYTES_OF_INDEX = 1L << 30;

    @RegisterExtension
    static final Seed SEED = Seed.of(1);

    private static Lexicon lexicon;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readLexicon() throws Exception {
        lexicon = CorpusReader.of(Path.of("corpus")).lexicon();
    }

    /** Does something with the garbled input of a round. */
    private interface Round {
        void run(Garble garble) throws Exception;
    }

    /**
     * Runs one round in {@code share} of those that are set, since each costs that much more than one of the parser.
     */
    private static void rounds(int share, Round round) {
        rounds(share, MAX_BYTES, round);
    }

    private static void rounds(int share, long maxBytes, Round round) {
        long most = 0;
        long last = SEED.value() + Math.max(1, ROUNDS / share);
        for (long seed = SEED.value(); seed < last; seed++) {
            long before = AllocatedBytes.ofAllThreads();
            try {
                round.run(new Garble(seed));
            } catch (Exception | AssertionError | StackOverflowError e) {
                fail("repeat with -Djirei.seed=" + seed + " -Djirei.fuzz.rounds=1", e);
            }
            long bytes = AllocatedBytes.ofAllThreads() - before;
            assertThat(bytes).as("bytes allocated with seed %d", seed).isLessThan(maxBytes);
            most = Math.max(most, bytes);
        }
        LoggerFactory.getLogger(FuzzTest.class).warn("{} MB allocated by a round at most", most >> 20);
    }

    @Test
    void anyTextIsAQuery() {
        rounds(1, garble -> {
            String typed = garble.text(60);

            assertThat(QueryParser.parse(typed).text()).isEqualTo(typed);
        });
    }

    @Test
    void aCorruptCaseFileIsReportedAsFaults() throws Exception {
        byte[] markdown = CaseMarkdown.write(caseOf(1, "看取り", "夜の輪番")).getBytes(StandardCharsets.UTF_8);
        byte[] json = CaseJson.write(caseOf(2, "寄合", "寄合を重ねる")).getBytes(StandardCharsets.UTF_8);
        Path cases = Files.createDirectories(folder.resolve("cases"));
        rounds(10, garble -> {
            Files.write(cases.resolve("a.md"), garble.corrupt(markdown));
            Files.write(folder.resolve("b.jsonl"), garble.corrupt(json));
            List<String> told = new ArrayList<>();

            CorpusReader.of(folder).read(read -> told.add(read.id()), fault -> told.add(fault.toString()));

            assertThat(told).doesNotContainNull();
        });
    }

    @Test
    void aCorruptDocumentIsReadOrRefused() {
        byte[] html =
                "<html><head><title>題</title></head><body><h1>町の話</h1><p>本文。</p><table><tr><td>表</td></tr></table></body></html>"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] text = "1 町の話\n\n・一つめ\n・二つめ\n\n本文が続く。\n\n2 次の話\n写真1 集まり\n".getBytes(StandardCharsets.UTF_8);
        byte[] markdown = "# 町の話\n\n## 節\n\n- 項目\n\n| a | b |\n|---|---|\n| c | d |\n".getBytes(StandardCharsets.UTF_8);
        rounds(10, garble -> {
            read(Files.write(folder.resolve("a.html"), garble.corrupt(html)));
            read(Files.write(folder.resolve("a.txt"), garble.corrupt(text)));
            read(Files.write(folder.resolve("a.md"), garble.corrupt(markdown)));
        });
    }

    @Test
    void aCorruptOfficeDocumentIsReadOrRefused() throws Exception {
        byte[] word = Files.readAllBytes(Documents.word(folder.resolve("good.docx")));
        byte[] slides = Files.readAllBytes(Documents.powerPoint(folder.resolve("good.pptx"), "町の話"));
        byte[] open = Files.readAllBytes(
                Documents.openDocument(folder.resolve("good.odt"), "", "<text:h>町の話</text:h><text:p>本文。</text:p>"));
        byte[] pdf = pdf();
        rounds(100, garble -> {
            read(Files.write(folder.resolve("a.docx"), garble.corrupt(word)));
            read(Files.write(folder.resolve("a.docx"), garble.corruptEntry(word)));
            read(Files.write(folder.resolve("a.pptx"), garble.corruptEntry(slides)));
            read(Files.write(folder.resolve("a.odt"), garble.corruptEntry(open)));
            read(Files.write(folder.resolve("a.pdf"), garble.corrupt(pdf)));
        });
    }

    private static byte[] pdf() throws Exception {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("A village where doctors meet at night.");
                content.endText();
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void read(Path file) throws Exception {
        try {
            assertThat(Intake.read(file, lexicon).cases()).isNotNull();
        } catch (SourceFormatException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void highlightsAreInsideTheTextAndNeverSplitACharacter() {
        rounds(200, MAX_BYTES_OF_INDEX, garble -> {
            try (SearchEngine engine = garbled(garble)) {
                for (int queries = 0; queries < 25; queries++) {
                    SearchRequest request = SearchRequest.of(garble.text(6));
                    for (Hit hit : engine.search(request).hits()) {
                        hit.snippets().forEach(FuzzTest::check);
                        check(hit.section().heading(), hit.headingMatches());
                        check(engine.highlight(hit.caseId(), request, Deadline.NONE)
                                .orElseThrow());
                    }
                }
            }
        });
    }

    /** Over twenty cases of garble, whose halves of letters come as JSON can bring them. */
    private SearchEngine garbled(Garble garble) throws Exception {
        Path world = Files.createTempDirectory(folder, "world");
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= 20; number++) {
            CaseJson.write(caseOf(number, garble.text(8), garble.text(80)))
                    .chars()
                    .forEach(c -> lines.append(c < 128 ? String.valueOf((char) c) : "\\u" + HEX.toHexDigits((char) c)));
            lines.append('\n');
        }
        Files.writeString(world.resolve("cases.jsonl"), lines);
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(world), world.resolve("index"));
        index.rebuild(done -> {}, fault -> {});
        return index.open();
    }

    private static void check(HighlightedCase marked) {
        for (HighlightedSection section : marked.sections()) {
            check(section.section().heading(), section.heading());
            List<String> paragraphs = section.section().paragraphs();
            assertThat(section.paragraphs()).hasSameSizeAs(paragraphs);
            for (int i = 0; i < paragraphs.size(); i++) {
                check(paragraphs.get(i), section.paragraphs().get(i));
            }
        }
    }

    private static void check(Snippet snippet) {
        check(snippet.text(), snippet.matches());
    }

    private static void check(String text, List<MatchRange> matches) {
        int before = 0;
        for (MatchRange match : matches) {
            assertThat(match.start()).as("%s in %s", match, text).isBetween(before, match.end() - 1);
            assertThat(match.end()).as("%s in %s", match, text).isLessThanOrEqualTo(text.length());
            assertThat(isInside(text, match.start()) || isInside(text, match.end()))
                    .as(
                            "%s cuts a letter of %s (%s)",
                            match, text, HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)))
                    .isFalse();
            before = match.end();
        }
    }

    private static boolean isInside(String text, int at) {
        return at > 0
                && at < text.length()
                && (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
                        || Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK);
    }

    private static CaseStudy caseOf(int number, String heading, String text) {
        Section section = new Section("s1", SectionKind.LEAD, heading, "", List.of(), List.of(), text);
        return new CaseStudy(
                "fuzz-" + number,
                number,
                "題" + number,
                "架空の事例集",
                2017,
                null,
                "たに村",
                RegionFigures.NONE,
                Source.UNKNOWN,
                List.of(section));
    }
}
