package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jirei.VacantHouses;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus of another field on the command line: from the table to the case files, the check and the search. */
class VacantHousesCommandTest {
    @TempDir
    Path folder;

    private final CommandRunner command = new CommandRunner();

    @Test
    @Tag("slow")
    void columnsCalledAsAFacetGoToTheFrontMatter() throws IOException {
        Path corpus = VacantHouses.withoutTable(folder.resolve("corpus"));

        assertThat(command.run("import", VacantHouses.table(), "--corpus", corpus))
                .isEqualTo(Main.OK);
        String shop;
        try (Stream<Path> files = Files.walk(corpus)) {
            shop = files.filter(file -> file.toString().endsWith(".md"))
                    .map(VacantHousesCommandTest::text)
                    .filter(text -> text.contains("title: 蔵を店にする"))
                    .findFirst()
                    .orElseThrow();
        }

        assertThat(shop)
                .contains("\n予算: 500万円以上\n", "\n分野: 商い、住まい/改修\n", "\n戸数: 1戸\n")
                .doesNotContain("## 予算");
        assertThat(command.run("check", "--corpus", corpus, "--index", folder.resolve("index")))
                .as(command.out())
                .isEqualTo(Main.OK);
        command.reset();
        assertThat(command.run("search", "予算:500万円以上", "--corpus", corpus, "--index", folder.resolve("index")))
                .isEqualTo(Main.OK);
        assertThat(command.out()).contains("蔵を店にする");
    }

    @Test
    void checkNamesFileAndLineOfEachFault() throws IOException {
        Path corpus = VacantHouses.withoutTable(folder.resolve("corpus"));
        Path wells = corpus.resolve("cases/wells.md");
        Files.writeString(wells, text(wells).replace("予算: 100万円未満", "予算: タダ"));
        Files.writeString(corpus.resolve("site.properties"), "name = 空き家\ntitle = 題\nlead =\n");

        assertThat(command.run("check", "--corpus", corpus, "--index", folder.resolve("index")))
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(command.out())
                .contains(
                        wells + ":8: 事業の予算の値「タダ」は一覧にありません。100万円未満・100万円以上500万円未満・500万円以上 のどれかに直してください",
                        "site.properties:2: 「title」という設定はありません。name・sentence・lead・examples のどれかに直してください",
                        "site.properties:3: lead の値がありません。「lead = 値」の形で書くか、この行を消してください");

        command.reset();
        Files.writeString(corpus.resolve("lexicon/facets.txt"), "予算: 一つ\nyear: 一つ\n");
        Files.writeString(corpus.resolve("lexicon/themes.txt"), "テーマ: 直す\n使う: 店\n");
        assertThat(command.run("check", "--corpus", corpus, "--index", folder.resolve("index")))
                .isEqualTo(Main.WRONG_INPUT);
        assertThat(command.out())
                .contains(
                        "facets.txt:2: 項目の名前「year」はすべての事例集が持つ項目の名前です。別の名前に変えてください",
                        "themes.txt:2: テーマ「使う」はありません。直す・必要な点 のどれかで始めてください");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
