package jirei.intake.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detects the encoding of Japanese text and decodes it. Valid UTF-8 is UTF-8; of the legacy encodings in which all
 * bytes are valid, the one is used whose text looks most like Japanese. Text of an uncertain encoding is rejected
 * rather than decoded wrongly. Stateless.
 */
public final class Encoding {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final Charset UTF_32 = Charset.forName("UTF-32");
    /** The encodings with several bytes for every character, those that fewer bytes are valid in first. */
    private static final List<Charset> WIDE = List.of(
            Charset.forName("UTF-32BE"),
            Charset.forName("UTF-32LE"),
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE);

    private static final byte ESCAPE = 0x1B;
    /** Number of bytes or characters used for detection. */
    private static final int SAMPLE_SIZE = 1 << 16;
    /** Minimum score of a correctly decoded text. */
    private static final double MIN_JAPANESE_SCORE = 0.8;

    private Encoding() {}

    /** Decodes {@code bytes} and drops a byte order mark; returns empty if no encoding is possible. */
    public static Optional<String> decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /**
     * Decodes as {@link #decode(byte[])} does.
     *
     * @param declared the encoding declared by the document, which takes precedence over detection if it is possible
     */
    public static Optional<String> decode(byte[] bytes, Optional<Charset> declared) {
        Optional<String> wide = byByteOrderMark(bytes).or(() -> wideWithoutMark(bytes));
        if (wide.isPresent()) {
            return wide;
        }
        if (indexOf(bytes, ESCAPE) >= 0) {
            Optional<String> jis = decodeStrictly(bytes, JIS);
            if (jis.isPresent()) {
                return jis;
            }
        }
        Optional<String> unicode = decodeStrictly(bytes, StandardCharsets.UTF_8);
        if (unicode.isPresent()) {
            return unicode;
        }
        return declared.flatMap(charset -> decodeStrictly(bytes, charset))
                .filter(text -> japaneseScore(text) >= MIN_JAPANESE_SCORE)
                .or(() -> mostLikely(bytes));
    }

    /** Decodes the start of a text for format detection; falls back to ISO 8859-1. */
    public static String decodeHead(byte[] head) {
        for (int cut = 0; cut < 4 && cut < head.length; cut++) { // the last character may be incomplete
            Optional<String> text = decode(Arrays.copyOf(head, head.length - cut));
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes UTF-32 or UTF-16 without a byte order mark; returns empty if {@code bytes} are not one of them, as those of
     * every other encoding, whose texts have no NUL.
     */
    static Optional<String> wideWithoutMark(byte[] bytes) {
        return indexOf(bytes, (byte) 0) < 0
                ? Optional.empty()
                : WIDE.stream()
                        .flatMap(charset -> decodeStrictly(bytes, charset).stream())
                        .filter(text -> text.indexOf('\0') < 0 && japaneseScore(text) >= MIN_JAPANESE_SCORE)
                        .findFirst();
    }

    private static Optional<String> byByteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decodeStrictly(bytes, StandardCharsets.UTF_8).map(text -> text.substring(1));
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return decodeStrictly(bytes, UTF_32);
        }
        boolean isWide = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
        return isWide ? decodeStrictly(bytes, StandardCharsets.UTF_16) : Optional.empty();
    }

    private static Optional<String> mostLikely(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        candidates(bytes).forEach(charset -> decodeStrictly(bytes, charset).ifPresent(texts::add));
        return texts.stream()
                .filter(text -> japaneseScore(text) >= MIN_JAPANESE_SCORE)
                .max(Comparator.comparingDouble(Encoding::japaneseScore));
    }

    /** Returns the encodings detected by ICU, best first, then the common ones, which it may miss in a short text. */
    private static Set<Charset> candidates(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE_SIZE ? Arrays.copyOf(bytes, SAMPLE_SIZE) : bytes);
        Set<Charset> candidates = new LinkedHashSet<>();
        for (CharsetMatch match : detector.detectAll()) {
            switch (match.getName()) {
                case "Shift_JIS" -> candidates.add(SHIFT_JIS);
                case "EUC-JP" -> candidates.add(EUC_JP);
                default -> {
                    // not an encoding of Japanese documents
                }
            }
        }
        candidates.add(EUC_JP);
        candidates.add(SHIFT_JIS);
        return candidates;
    }

    private static Optional<String> decodeStrictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the mean weight of the characters, 0 to 1: 1 for kana and punctuation, less for kanji, and least for
     * characters that are rare in Japanese text, such as half-width katakana.
     */
    static double japaneseScore(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_SIZE));
        double sum = 0;
        long count = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (!Character.isWhitespace(c)) {
                count++;
                sum += weight(c);
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double weight(char c) {
        boolean isKana = c >= '\u3041' && c <= '\u30FE';
        boolean isAsciiOrPunctuation =
                (c >= '!' && c <= '~') || (c >= '\u3001' && c <= '\u301F') || (c >= '\uFF01' && c <= '\uFF5E');
        if (isKana || isAsciiOrPunctuation) {
            return 1;
        }
        if (c >= '\u4E00' && c <= '\u9FFF') {
            return 0.95;
        }
        boolean isHalfWidthKana = c >= '\uFF61' && c <= '\uFF9F';
        return isHalfWidthKana || (c >= '\u2010' && c <= '\u33FF') ? 0.5 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
