package jirei.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jirei.Seed;
import jirei.corpus.lexicon.Lexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections are cut, joined and moved without losing a character. */
class SectionOperationTest {
    private static final int ROUNDS = 400;
    private static final int OPERATIONS = 40;
    private static final List<String> WORDS = List.of(
            "灯台", "油を注ぐ。", "𠮷野", "👨‍👩‍👧", "か\u3099", "\r\n", "\n\n", "\r", " ", "\u3000", "当番", "Care", "。");

    @RegisterExtension
    static final Seed SEED = Seed.of(20261130);

    private static SectionForm section(String id, String heading, String text) {
        return new SectionForm(id, "lead", heading, true, "医師会", "ア", "", text);
    }

    private static CaseForm form(SectionForm... sections) {
        return new CaseForm("lamp-1", "v", Map.of("title", "灯台"), List.of(sections));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining());
    }

    private static CaseForm anyForm(Random random) {
        List<SectionForm> sections = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int at = 0; at < count; at++) {
            SectionForm one = section("s" + at, random.nextBoolean() ? "" : "見出し" + at, text(random));
            sections.add(one.asMain(random.nextBoolean()));
        }
        return form(sections.toArray(SectionForm[]::new));
    }

    private static Map<Integer, Long> characters(CaseForm form) {
        return form.sections().stream()
                .flatMapToInt(section -> (section.heading() + section.text()).codePoints())
                .filter(character -> !Character.isWhitespace(character))
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    @Test
    void noOperationButDeletingLosesACharacterOrAnId() {
        Random random = SEED.random();
        List<SectionOperation> operations = List.of(SectionOperation.values());
        for (int round = 0; round < ROUNDS; round++) {
            CaseForm form = anyForm(random);
            for (int count = 0; count < OPERATIONS; count++) {
                SectionOperation operation = operations.get(random.nextInt(operations.size()));
                Map<Integer, Long> before = characters(form);
                int at = random.nextInt(form.sections().size() + 2) - 1;
                form = operation.apply(form, at, random.nextInt(60) - 10);

                String done = operation + " at " + at + " gives " + form.sections();
                if (operation != SectionOperation.DELETE) {
                    assertThat(characters(form)).as(done).isEqualTo(before);
                }
                assertThat(form.sections())
                        .as(done)
                        .isNotEmpty()
                        .extracting(SectionForm::id)
                        .doesNotHaveDuplicates();
                assertThat(form.sections()).as(done).allMatch(section -> isWellFormed(section.text()));
            }
        }
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    @Test
    void joiningUndoesASplitBetweenParagraphs() {
        CaseForm whole = form(section("s1", "当番", "島へ渡る。\n\n油を注ぐ。"), section("s2", "油", "樽。"));

        CaseForm split = SectionOperation.SPLIT.apply(whole, 0, "島へ渡る。\n\n".length());

        assertThat(split.sections()).extracting(SectionForm::text).containsExactly("島へ渡る。", "油を注ぐ。", "樽。");
        assertThat(SectionOperation.JOIN.apply(split, 0, -1)).isEqualTo(whole);
    }

    @Test
    void aCursorCountsLineFeedsAsTheScriptOfAPageDoes() {
        CaseForm whole = form(section("s1", "", "一。\r\n二。\r\n三。"));

        CaseForm split = SectionOperation.SPLIT.apply(whole, 0, "一。\n二。\n".length());

        assertThat(split.sections()).extracting(SectionForm::text).containsExactly("一。\n二。", "三。");
    }

    @Test
    void aCursorInsideACharacterIsBeforeIt() {
        CaseForm split = SectionOperation.SPLIT.apply(form(section("s1", "", "野𠮷家")), 0, 2);

        assertThat(split.sections()).extracting(SectionForm::text).containsExactly("野", "𠮷家");
    }

    @Test
    void aCursorOutsideTheTextSplitsNothing() {
        CaseForm whole = form(section("s1", "", "島へ渡る。"));

        for (int cursor : new int[] {-5, 0, 5, 6, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(SectionOperation.SPLIT.apply(whole, 0, cursor)).isEqualTo(whole);
        }
        assertThat(SectionOperation.SPLIT.apply(whole, 1, 2)).isEqualTo(whole);
        assertThat(SectionOperation.SPLIT.apply(whole, -1, 2)).isEqualTo(whole);
    }

    @Test
    void aLineOfEqualsSignsSplitsWithoutACursor() {
        CaseForm split = SectionOperation.SPLIT.apply(form(section("s1", "", "一。\r\n＝＝＝\r\n二。")), 0, -1);

        assertThat(split.sections()).extracting(SectionForm::text).containsExactly("一。", "二。");
    }

    @Test
    void theEndSplitAgainAndAgainHasValidIds() {
        CaseForm form = form(section("s".repeat(100), "", "字".repeat(80)));
        for (int at = 0; at < 79; at++) {
            form = SectionOperation.SPLIT.apply(form, at, 1);
        }

        assertThat(form.sections()).hasSize(80);
        assertThat(CaseFormReader.read(form, Lexicon.shipped()).faults()).isEmpty();
    }

    @Test
    void whatBelongsToAJoinedSectionBelongsToTheWhole() {
        SectionForm far = section("s4", "", "樽。").asMain(false).withParent("s2");
        CaseForm joined = SectionOperation.JOIN.apply(
                form(section("s1", "", "一。"), section("s2", "", "二。"), section("s3", "", "三。"), far), 0, -1);

        assertThat(joined.sections().getLast().parent()).isEqualTo("s1");
    }

    @Test
    void everyOperationHasANameForForms() {
        for (SectionOperation operation : SectionOperation.values()) {
            assertThat(SectionOperation.named(operation.id())).isEqualTo(operation);
        }
        assertThat(SectionOperation.named("burn")).isNull();
    }
}
