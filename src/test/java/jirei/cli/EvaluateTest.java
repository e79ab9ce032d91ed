package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EvaluateTest {
    @TempDir
    Path folder;

    private Path corpus;
    private Path topics;
    private Path judgments;

    private final CommandRunner command = new CommandRunner();

    @BeforeEach
    void createCorpusOfTwoCases() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        topics = folder.resolve("topics.tsv");
        judgments = folder.resolve("qrels.txt");
        Files.writeString(
                corpus.resolve("a.jsonl"),
                caseStudy("a-1", 1, section("s1", "りんごを煮る。") + "," + section("s2", "りんごを焼く。"))
                        + caseStudy("a-2", 2, section("s1", "りんごを煮る。みかんを煮る。")));
    }

    private static String caseStudy(String id, int number, String sections) {
        return "{\"id\":\"" + id + "\",\"number\":" + number + ",\"title\":\"当番\",\"sections\":[" + sections + "]}\n";
    }

    private static String section(String id, String text) {
        return "{\"id\":\"" + id + "\",\"kind\":\"lead\",\"heading\":\"\",\"actors\":[],\"themes\":[],\"text\":\""
                + text + "\"}";
    }

    @Test
    void everyTopicTypeAndTheTotalHaveARow() throws IOException {
        Files.writeString(topics, "# 果物\nt1\tみかん\t果物\n\nt2\t宇宙船\t乗り物\n");
        Files.writeString(judgments, "t1 0 a-2#s1 3\nt2 0 a-1#s1 2\n");

        assertThat(evaluate()).isEqualTo(Main.OK);
        assertThat(command.out())
                .isEqualTo(
                        """
                     n  nDCG@10  recall@20     MRR  no hit  type
                     1   1.0000     1.0000  1.0000  0.0000  果物
                     1   0.0000     0.0000  0.0000  1.0000  乗り物
                     2   0.5000     0.5000  0.5000  0.5000  全体
                """);
    }

    @Test
    void withoutTypesThereIsOneRow() throws IOException {
        Files.writeString(topics, "t1\tみかん\n");
        Files.writeString(judgments, "t1 0 a-2#s1 3\n");

        assertThat(evaluate()).isEqualTo(Main.OK);
        assertThat(command.out().lines()).hasSize(2);
    }

    @Test
    void everyTopicHasARowWithEach() throws IOException {
        Files.writeString(topics, "t1\tみかん\t果物\n");
        Files.writeString(judgments, "t1 0 a-2#s1 3\n");

        assertThat(evaluate("--each")).isEqualTo(Main.OK);
        assertThat(command.out()).contains("1.0000  0.0000  t1 果物 みかん\n");
    }

    @Test
    void caseJudgmentsCountTheFirstHitOfACase() throws IOException {
        Files.writeString(topics, "t1\tりんご\n");
        Files.writeString(judgments, "t1 0 a-1 3\nt1 0 a-2 2\n");

        assertThat(evaluate()).isEqualTo(Main.OK);
        assertThat(command.out()).contains("     1   1.0000     1.0000  1.0000  0.0000  全体\n");
    }

    @Test
    void withoutAnyHitTheExitCodeIsNothingFound() throws IOException {
        Files.writeString(topics, "t1\t宇宙船\n");
        Files.writeString(judgments, "t1 0 a-2 3\n");

        assertThat(evaluate()).isEqualTo(Main.NOTHING_FOUND);
    }

    @Test
    void everyErrorIsReportedWithItsLine() throws IOException {
        Files.writeString(topics, "t1\tみかん\nt1\tりんご\n煮る\n");
        Files.writeString(
                judgments,
                """
                t1 0 a-2#s1 3
                t1 0 a-2#s1 3
                t1 0 a-2 3
                t1 0 a-2#s9 3
                t1 0 a-1#s1 三
                t9 0 a-1#s1 3
                t1 a-1#s1 3
                """);

        assertThat(evaluate()).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err())
                .contains(topics + ":2: 質問「t1」は1行にもあります。")
                .contains(topics + ":3: 質問の行は")
                .contains(judgments + ":2: 質問「t1」の「a-2#s1」は二度判定されています。")
                .contains(judgments + ":3: 質問「t1」の判定に節と事例が混じっています。")
                .contains(judgments + ":4: 「a-2#s9」は索引にありません。")
                .contains(judgments + ":5: 点「三」は正しくありません。")
                .contains(judgments + ":6: 質問「t9」が「" + topics + "」にありません。")
                .contains(judgments + ":7: 判定の行は")
                .doesNotContain("\tat ");
        assertThat(command.out()).isEmpty();
    }

    @Test
    void aTopicWithoutPositiveJudgmentIsReported() throws IOException {
        Files.writeString(topics, "t1\tみかん\nt2\tりんご\n");
        Files.writeString(judgments, "t1 0 a-2#s1 3\nt2 0 a-2#s1 0\n");

        assertThat(evaluate()).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains(topics + ":2: 質問「t2」に1点以上の判定がありません。");
    }

    @Test
    void aMissingFileAndAMissingOptionAreReported() throws IOException {
        Files.writeString(topics, "t1\tみかん\n");

        assertThat(evaluate()).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("「" + judgments + "」を読めません。");
        assertThat(command.run("evaluate", "--topics", "t")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("--judgments の値が要ります。");
    }

    @Test
    void aFileThatIsNotUtf8IsReported() throws IOException {
        Files.write(topics, new byte[] {'t', '\t', (byte) 0x83, (byte) 0x65});

        assertThat(evaluate()).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("「" + topics + "」は UTF-8 で書かれていません。");
    }

    private int evaluate(String... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "evaluate",
                "--topics",
                topics,
                "--judgments",
                judgments,
                "--corpus",
                corpus,
                "--index",
                folder.resolve("index")));
        arguments.addAll(List.of(more));
        return command.run(arguments.toArray());
    }
}
