package jirei.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say about what is sent and kept, for every combination of the settings. */
class PrivacyTest {
    private static Stream<Privacy> combinations() {
        return IntStream.range(0, 32)
                .mapToObj(bits ->
                        new Privacy((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0));
    }

    private static List<String> all(Privacy privacy) {
        List<String> sentences = new ArrayList<>(privacy.records());
        sentences.addAll(List.of(privacy.footer(), privacy.sending(), privacy.figures(), privacy.shortlist()));
        return sentences;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void onlyAServerForOneMachineSendsNothingAway(Privacy privacy) {
        boolean staysHere = privacy.isLocal() && !privacy.usesCluster();

        assertThat(privacy.footer().contains("外へ送られることはありません")).isEqualTo(staysHere);
        assertThat(privacy.sending().contains("外へ送られることはありません")).isEqualTo(staysHere);
        assertThat(privacy.figures().contains("外へは送られません")).isEqualTo(staysHere);
        assertThat(all(privacy).stream().anyMatch(sentence -> sentence.contains("OpenSearch")))
                .isEqualTo(privacy.usesCluster());
        assertThat(all(privacy).stream().anyMatch(sentence -> sentence.contains("サーバー")))
                .isEqualTo(!staysHere);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void nothingIsKeptOnlyIfNoRecordIsOn(Privacy privacy) {
        boolean keeps = privacy.keepsZeroHits() || privacy.logsQueries() || privacy.logsRequests();

        assertThat(privacy.keepsRecords()).isEqualTo(keeps);
        assertThat(privacy.footer().contains("記録しています")).isEqualTo(keeps);
        assertThat(privacy.records().contains("Jirei は、検索のキーワードも、読んだ事例も記録しません。"))
                .isEqualTo(!keeps);
        if (keeps) {
            assertThat(all(privacy)).noneMatch(sentence -> sentence.contains("記録は残しません"));
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void eachRecordIsNamed(Privacy privacy) {
        String records = String.join("", privacy.records());

        assertThat(records.contains("どの記述にもない語")).isEqualTo(privacy.keepsZeroHits());
        assertThat(records.contains("時間のかかった検索")).isEqualTo(privacy.logsQueries());
        assertThat(records.contains("画面のアドレス")).isEqualTo(privacy.logsRequests());
    }
}
