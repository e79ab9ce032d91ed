package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.ocr.Ocr;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Budget;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.table.ColumnChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small documents whose contents multiply while they are read end early, with a sentence that names the limit. */
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundsTest {
    private static final int DEPTH = 12;
    private static final String RANGE_OF_ALL = "1 beginbfrange <00000000> <7fffffff> <0041> endbfrange";

    @TempDir
    Path folder;

    /** Writes a PDF of a page with {@code content}; its font F1 and the other objects are in {@code objects}. */
    private Path pdf(String content, String resources, Map<Integer, String> objects) throws IOException {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(1, "<</Type/Catalog/Pages 2 0 R>>");
        all.put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        all.put(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<" + resources + ">>>>");
        all.put(4, stream(content, ""));
        all.putAll(objects);
        var text = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        all.forEach((number, object) -> {
            table.append(number).append(String.format(Locale.ROOT, " 1\n%010d 00000 n \n", text.length()));
            text.append(number).append(" 0 obj\n").append(object).append("\nendobj\n");
        });
        int start = text.length();
        text.append(table).append("trailer\n<</Size 99/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        return Files.writeString(folder.resolve("a.pdf"), text, StandardCharsets.ISO_8859_1);
    }

    private static String stream(String data, String entries) {
        return "<</Length " + data.length() + entries + ">>\nstream\n" + data + "\nendstream";
    }

    private static String form(String data, String resources) {
        return stream(data, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + resources + ">>");
    }

    private void assertRefused(Path document, String problem) {
        assertThatThrownBy(() -> Intake.read(document, Lexicon.shipped()))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining(problem);
    }

    /** Returns forms each of which draws the next one ten times. */
    private static Map<Integer, String> nestedForms(String entries, String last) {
        Map<Integer, String> forms = new LinkedHashMap<>();
        for (int number = 10; number < 10 + DEPTH; number++) {
            boolean isLast = number + 1 == 10 + DEPTH;
            forms.put(
                    number,
                    stream(
                            isLast ? last : "/X Do ".repeat(10),
                            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + entries + "/Resources<</XObject<</X "
                                    + (number + 1) + " 0 R>>>>"));
        }
        return forms;
    }

    @ParameterizedTest(name = "each with \"{0}\"")
    @ValueSource(strings = {"", "0 0 m 1 1 l S "})
    void formsThatMultiply(String last) throws IOException {
        assertRefused(pdf("/X Do", "/XObject<</X 10 0 R>>", nestedForms("", last)), "繰り返しの図形が20万を超えるため");
    }

    @Test
    void transparencyGroupsThatMultiply() throws IOException {
        Map<Integer, String> groups = nestedForms("/Group<</S/Transparency>>", "");

        assertRefused(pdf("/X Do", "/XObject<</X 10 0 R>>", groups), "繰り返しの図形が20万を超えるため");
    }

    @Test
    void aFormThatDrawsItself() throws IOException {
        Map<Integer, String> self = Map.of(10, form("/X Do ".repeat(3), "/XObject<</X 10 0 R>>"));

        assertRefused(pdf("/X Do", "/XObject<</X 10 0 R>>", self), "繰り返しの図形が20万を超えるため");
    }

    @Test
    void aFewFormsWithManyOperators() throws IOException {
        Map<Integer, String> forms = Map.of(
                10, form("/Y Do ".repeat(200), "/XObject<</Y 11 0 R>>"),
                11, form("0 0 m 1 1 l S ".repeat(100_000), ""));

        Path document = pdf("/X Do", "/XObject<</X 10 0 R>>", forms);
        var intake = new Intake(
                Lexicon.shipped(),
                Duration.ofSeconds(1),
                SplitRule.AUTOMATIC,
                ColumnChoice.NONE,
                Ocr.off(),
                new HashSet<>());

        assertThatThrownBy(() -> intake.read(SourceFile.of(document)))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("読み取りに1秒を超える時間がかかるため");
    }

    @Test
    void theNumberOfOperatorsIsLimited() {
        var budget = new Budget(Duration.ofHours(1));
        for (long count = 0; count < Limits.MAX_OPERATORS; count++) {
            budget.addOperator();
        }

        assertThatThrownBy(budget::addOperator).hasMessage("描画の命令が3000万を超える");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RANGE_OF_ALL,
                "1 beginbfrange <00000000> <7fffffff> [<0041>] endbfrange",
                "1 begincidrange <000000> <ffffff> 0 endcidrange",
                "99 beginbfrange <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000>"
                        + " <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000>"
                        + " <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000>"
                        + " <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000>"
                        + " <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> <0000> <ffff> <0000> endbfrange"
            })
    void aCharacterMapOfTooManyCodes(String map) throws IOException {
        for (String key : new String[] {"/ToUnicode 8 0 R/Encoding/Identity-H", "/Encoding 8 0 R"}) {
            assertRefused(font(key, "", map), "文字の対応表が120万字を超えるため");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/W[1 [500 500] 0 2147483646 500]", "/W2[0 9 -1000 500 800 0 2147483646 -1000 500 800]"})
    void aFontOfTooManyWidths(String widths) throws IOException {
        assertRefused(font("/Encoding/Identity-H", widths, ""), "文字の対応表が120万字を超えるため");
    }

    private Path font(String keys, String widths, String map) throws IOException {
        return pdf(
                "BT /F1 12 Tf <00410042> Tj ET",
                "/Font<</F1 6 0 R>>",
                Map.of(
                        6,
                        "<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[7 0 R]" + keys + ">>",
                        7,
                        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                                + "/Supplement 0>>/FontDescriptor 9 0 R" + widths + ">>",
                        8,
                        stream(
                                "/CIDInit /ProcSet findresource begin 9 dict begin begincmap 1 begincodespacerange"
                                        + " <00000000> <ffffffff> endcodespacerange " + map + " endcmap end end",
                                ""),
                        9,
                        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0"
                                + "/CapHeight 1/StemV 1>>"));
    }

    @Test
    void aPageTreeThatMultiplies() throws IOException {
        Map<Integer, String> nodes = new LinkedHashMap<>();
        nodes.put(2, "<</Type/Pages/Kids[10 0 R]/Count 1>>");
        for (int number = 10; number < 10 + DEPTH; number++) {
            String kid = (number + 1 < 10 + DEPTH ? number + 1 : 3) + " 0 R ";
            nodes.put(number, "<</Type/Pages/Parent 2 0 R/Count 1/Kids[" + kid.repeat(10) + "]>>");
        }

        assertRefused(pdf("", "", nodes), "ページが5000を超えるため");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<?a", "<![CDATA[", "<!A", "<!-", "x<!--- "})
    void markdownWithUnclosedMarkup(String start) throws Exception {
        int times = 400_000 / start.length();
        Path document = folder.resolve("a.md");
        Files.writeString(document, "# 町の話\n\n本文" + start.repeat(times) + "\n");

        ReadSections read = ReadSections.of(document);

        assertThat(read.text()).startsWith("本文").hasSizeGreaterThan(300_000);
    }

    @Test
    void markdownThatIsClosedIsReadAsBefore() throws Exception {
        Path document = Files.writeString(
                folder.resolve("a.md"),
                "# 町の話\n\nあ<!-- い --> う<!-- え\nお <? か ?> き <!A く> け<![CDATA[ こ ]]> さ <!-- し -->す\n");

        assertThat(ReadSections.of(document).text()).isEqualTo("あ うす");
    }

    private record ReadSections(String text) {
        static ReadSections of(Path document) throws IOException, SourceFormatException {
            return new ReadSections(Intake.read(document, Lexicon.shipped())
                    .cases()
                    .getFirst()
                    .sections()
                    .getFirst()
                    .text());
        }
    }
}
