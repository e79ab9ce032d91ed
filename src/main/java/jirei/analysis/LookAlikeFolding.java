package jirei.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/**
 * Folds characters that look alike to one, after width and case: dashes, waves, middle dots, quotation marks, the numeral
 * 〇 for a circle, and the radicals that PDF files have for kanji. A dash between katakana becomes a prolonged sound mark and a prolonged sound
 * mark between Latin letters or digits a hyphen, because each is typed for the other. A run of spaces becomes one.
 * Stateless.
 */
final class LookAlikeFolding {
    private static final String TABLE = "look-alikes.tsv";
    private static final String KANJI_NUMERALS = "一二三四五六七八九十百千";
    private static final Map<Character, Character> SIGNS = read();
    /** NFKC would separate the spacing voiced sound marks from their kana by a space. */
    private static final NormalizeCharMap VOICED_MARKS = voicedMarks();

    private LookAlikeFolding() {}

    /** Receives the differences between offsets of the input and the output. */
    @FunctionalInterface
    private interface Corrections {
        /** Adds {@code difference} to all offsets of the output from {@code output} on. */
        void add(int output, int difference);
    }

    /** Returns {@code reader} with the marks that width folding would otherwise take apart replaced. */
    static Reader beforeWidth(Reader reader) {
        return new MappingCharFilter(VOICED_MARKS, reader);
    }

    /** Does the same as {@link #beforeWidth(Reader)}. */
    static String beforeWidth(String text) {
        return text.replace('\u309B', '\u3099').replace('\u309C', '\u309A');
    }

    /** Returns a character filter for text with width and case folded. */
    static CharFilter charFilter(Reader reader) {
        return new Filter(reader);
    }

    /** Folds {@code text}, in which width and case are folded. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        fold(text, folded, (output, difference) -> {});
        return folded.toString();
    }

    /** Returns whether {@code c} remains as it is between {@code previous} and {@code next}, 0 at an end of the text. */
    static boolean isUnchanged(char previous, char c, char next) {
        return switch (c) {
            case 'ー' -> !isAlphanumeric(previous) || !isAlphanumeric(next);
            case '-' -> !isKatakana(previous) || !mayFollowLongVowel(next);
            case '〇' -> previous == '〇' || isNumeral(previous) || isNumeral(next);
            case ' ' -> previous != ' ';
            case '\t' -> false;
            default -> c < '\u0080' || !SIGNS.containsKey(c);
        };
    }

    private static void fold(String text, StringBuilder folded, Corrections corrections) {
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = sign(text.charAt(i));
            char next = i + 1 < text.length() ? sign(text.charAt(i + 1)) : 0;
            if (c == ' ' && previous == ' ') {
                corrections.add(folded.length(), i + 1 - folded.length());
                continue;
            }
            if (!isUnchanged(previous, c, next)) {
                c = c == 'ー' ? '-' : c == '〇' ? '○' : 'ー';
            }
            folded.append(c);
            previous = c;
        }
    }

    private static char sign(char c) {
        if (c < '\u0080') {
            return c == '\t' ? ' ' : c;
        }
        return SIGNS.getOrDefault(c, c);
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヺ';
    }

    /** A dash behind katakana is a long vowel within or at the end of a word: サ－ビス, センタ―の. */
    private static boolean mayFollowLongVowel(char c) {
        return isKatakana(c) || Kana.isHiragana(c) || c == 0 || "、。，．」』）)".indexOf(c) >= 0;
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || KANJI_NUMERALS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static NormalizeCharMap voicedMarks() {
        var map = new NormalizeCharMap.Builder();
        map.add("\u309B", "\u3099");
        map.add("\u309C", "\u309A");
        return map.build();
    }

    private static Map<Character, Character> read() {
        try (var in = Objects.requireNonNull(LookAlikeFolding.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(line -> line.charAt(0), line -> line.charAt(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folds the whole input when it is first read. Not thread-safe. */
    private static final class Filter extends BaseCharFilter {
        private StringBuilder folded = new StringBuilder();
        private boolean isFolded;
        private int position;

        Filter(Reader reader) {
            super(reader);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!isFolded) {
                var text = new StringWriter();
                input.transferTo(text);
                fold(text.toString(), folded, this::addOffCorrectMap);
                isFolded = true;
            }
            int count = Math.min(length, folded.length() - position);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            folded.getChars(position, position + count, buffer, offset);
            position += count;
            return count;
        }
    }
}
