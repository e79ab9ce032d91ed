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
 * Turns bytes into text, never into mojibake: what is valid UTF-8 is UTF-8, and of the Japanese encodings that fit to the
 * last byte the one counts whose text looks most like Japanese.
 */
public final class Encoding {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final byte ESCAPE = 0x1B;
    /** How many bytes are looked at to tell encodings apart. */
    private static final int SAMPLE = 1 << 16;
    /** What a text of a right encoding reaches at the least. */
    private static final double MIN_JAPANESE_SHARE = 0.8;

    private Encoding() {}

    /** The text of {@code bytes} without its byte order mark; empty where no encoding fits. */
    public static Optional<String> decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /**
     * As {@link #decode(byte[])}.
     *
     * @param declared the encoding that the document says it is in, which counts if it fits
     */
    public static Optional<String> decode(byte[] bytes, Optional<Charset> declared) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked;
        }
        if (indexOf(bytes, ESCAPE) >= 0) {
            Optional<String> jis = strictly(bytes, JIS);
            if (jis.isPresent()) {
                return jis;
            }
        }
        Optional<String> unicode = strictly(bytes, StandardCharsets.UTF_8);
        if (unicode.isPresent()) {
            return unicode;
        }
        return declared.flatMap(charset -> strictly(bytes, charset))
                .filter(text -> likeness(text) >= MIN_JAPANESE_SHARE)
                .or(() -> mostLikely(bytes));
    }

    /** The begin of a text as far as it can be told, for a look at its form. */
    static String decodeHead(byte[] head) {
        for (int cut = 0; cut < 4 && cut < head.length; cut++) { // the last character may be cut
            Optional<String> text = decode(Arrays.copyOf(head, head.length - cut));
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, StandardCharsets.UTF_8).map(text -> text.substring(1));
        }
        boolean isWide = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
        return isWide ? strictly(bytes, StandardCharsets.UTF_16) : Optional.empty();
    }

    private static Optional<String> mostLikely(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        candidates(bytes).forEach(charset -> strictly(bytes, charset).ifPresent(texts::add));
        return texts.stream()
                .filter(text -> likeness(text) >= MIN_JAPANESE_SHARE)
                .max(Comparator.comparingDouble(Encoding::likeness));
    }

    /** Those that ICU thinks of, in its order, then the usual ones that it may miss in a short text. */
    private static Set<Charset> candidates(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        Set<Charset> candidates = new LinkedHashSet<>();
        for (CharsetMatch match : detector.detectAll()) {
            switch (match.getName()) {
                case "Shift_JIS" -> candidates.add(SHIFT_JIS);
                case "EUC-JP" -> candidates.add(EUC_JP);
                default -> {
                    // no encoding of Japanese documents
                }
            }
        }
        candidates.add(EUC_JP);
        candidates.add(SHIFT_JIS);
        return candidates;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
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

    /** The share of characters that Japanese texts are made of; half-width katakana, rare in texts, count against it. */
    static double likeness(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        double good = 0;
        long counted = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (!Character.isWhitespace(c)) {
                counted++;
                good += weight(c);
            }
        }
        return counted == 0 ? 0 : good / counted;
    }

    private static double weight(char c) {
        boolean isKana = c >= '\u3041' && c <= '\u30FE';
        boolean isSign = (c >= '!' && c <= '~') || (c >= '\u3001' && c <= '\u301F') || (c >= '\uFF01' && c <= '\uFF5E');
        if (isKana || isSign) {
            return 1;
        }
        if (c >= '\u4E00' && c <= '\u9FFF') {
            return 0.95;
        }
        boolean isHalfWidthKana = c >= '\uFF61' && c <= '\uFF9F';
        return isHalfWidthKana || (c >= '\u2010' && c <= '\u33FF') ? 0.5 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
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
