package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlMinifierTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'<ul>\n    \n    <li>島</li>\n</ul>\n','<ul>\n<li>島</li>\n</ul>\n'",
                "'<b>島</b> <i>と</i>','<b>島</b> <i>と</i>'",
                "'<p>一行目\n  二行目  三</p>','<p>一行目\n  二行目  三</p>'",
                "'<p>\n    島</p>','<p>\n    島</p>'",
                "'  ','  '",
                "'',''"
            })
    void onlyIndentationBeforeTagsIsRemoved(String html, String sent) {
        byte[] tight = HtmlMinifier.minify(html.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(tight, StandardCharsets.UTF_8)).isEqualTo(sent);
    }
}
