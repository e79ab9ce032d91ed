package jirei.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    private static final String TEXT = "緑町の当番表は、①事務局が作る。ｹｱﾏﾈに配る。\r\n";

    @ParameterizedTest
    @CsvSource({
        "windows-31j, 港",
        "windows-31j, 夜の電話",
        "windows-31j, カタカナだけのテキスト",
        "EUC-JP, 夜の電話",
        "EUC-JP, 港町の漁協は見守りを始めた。",
        "EUC-JP, カタカナだけのテキスト",
        "ISO-2022-JP, 夜の電話",
        "UTF-8, 港",
        "UTF-16, 夜の電話",
        "UTF-16LE, 夜の電話 3 回",
        "UTF-16BE, 夜の電話 3 回",
        "UTF-32, 夜の電話",
        "UTF-32LE, 夜の電話",
        "UTF-32BE, id: midori-1",
        "X-UTF-32LE-BOM, 夜の電話",
        "X-UTF-32BE-BOM, 夜の電話"
    })
    void shortTextsAreDecodedCorrectly(String charset, String text) {
        assertThat(Encoding.decode(text.getBytes(Charset.forName(charset)))).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource({"windows-31j", "UTF-8"})
    void windowsExtensionsAreDecoded(String charset) {
        assertThat(Encoding.decode(TEXT.getBytes(Charset.forName(charset)))).hasValue(TEXT);
    }

    @Test
    void aByteOrderMarkIsDropped() {
        assertThat(Encoding.decode("\uFEFF港".getBytes(StandardCharsets.UTF_8))).hasValue("港");
    }

    @Test
    void bytesValidInNoEncodingAreRejected() {
        byte[] bytes = "夜の電話".getBytes(Charset.forName("windows-31j"));
        bytes[1] = (byte) 0xFF;

        assertThat(Encoding.decode(bytes)).isEmpty();
    }

    @Test
    void aDeclaredEncodingIsUsedOnlyIfItIsPossible() {
        byte[] bytes = "夜の電話に出る当番を決めた。".getBytes(Charset.forName("EUC-JP"));

        assertThat(Encoding.decode(bytes, Optional.of(Charset.forName("windows-31j"))))
                .hasValue("夜の電話に出る当番を決めた。");
    }
}
