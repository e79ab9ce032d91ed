package jirei.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes okurigana from words with at least two kanji, since its use is optional: 取り組み, 取組み, 取組 and the verb 取り組む
 * yield the same term. Words with one kanji get their usual okurigana from a bundled table: 行なう yields 行う.
 */
final class OkuriganaFilter extends TokenFilter {
    private static final String TABLE = "okurigana.tsv";
    private static final int MIN_KANJI = 2;
    private static final Map<String, String> USUAL = read();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    OkuriganaFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String usual = USUAL.get(term.toString());
        if (usual != null) {
            term.setEmpty().append(usual);
            return true;
        }
        int kanji = 0;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (Kana.isKanji(c)) {
                kanji++;
            } else if (!Kana.isHiragana(c) || i == 0) {
                return true;
            }
        }
        if (kanji >= MIN_KANJI && kanji < term.length()) {
            int length = 0;
            for (int i = 0; i < term.length(); i++) {
                if (Kana.isKanji(term.charAt(i))) {
                    term.buffer()[length++] = term.charAt(i);
                }
            }
            term.setLength(length);
        }
        return true;
    }

    private static Map<String, String> read() {
        try (var in = Objects.requireNonNull(OkuriganaFilter.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
