package jirei.corpus.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Decodes UTF-8, rejects malformed input and drops a byte order mark. Stateless. */
public final class StrictUtf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Begins kanji in ISO-2022-JP, whose bytes are all valid in UTF-8. */
    private static final String JIS_ESCAPE = "\u001B$";

    private static final char REPLACEMENT = '\uFFFD';

    private StrictUtf8() {}

    /**
     * Reads {@code file}, of which at most {@link CorpusLimits#MAX_BYTES} and one are held in memory.
     *
     * @throws IOException if the file cannot be read
     * @throws CorpusFormatException if it is larger than that, or not UTF-8, with the line of the first malformed byte
     */
    public static String read(Path file) throws IOException, CorpusFormatException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(CorpusLimits.MAX_BYTES + 1);
        }
        if (bytes.length > CorpusLimits.MAX_BYTES) {
            throw tooLarge(file, 1, "ファイル");
        }
        return decode(file, 1, bytes);
    }

    /**
     * Returns the exception for input of more than {@link CorpusLimits#MAX_BYTES}.
     *
     * @param what the input, in Japanese
     */
    public static CorpusFormatException tooLarge(Path file, int line, String what) {
        String problem = what + "が" + (CorpusLimits.MAX_BYTES >> 20) + "MBより大きくなっています。事例を分けるか、余分な文字を消してください";
        return new CorpusFormatException(List.of(new CorpusDiagnostic(file, line, problem)));
    }

    /**
     * Decodes {@code bytes}, which start in {@code line} of {@code file}.
     *
     * @throws CorpusFormatException if they are not UTF-8, with the line of the first malformed byte
     */
    public static String decode(Path file, int line, byte[] bytes) throws CorpusFormatException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // either replaces a malformed byte or is part of the text
            check(file, line, bytes);
        }
        int jis = text.indexOf(JIS_ESCAPE);
        if (jis >= 0) {
            String problem = "ISO-2022-JP（JIS コード）の文字があります。文字コードを UTF-8 にして保存し直すか、「jirei check --convert」で変換してください";
            int at = line + linesBefore(bytes, text.substring(0, jis).getBytes(StandardCharsets.UTF_8).length);
            throw new CorpusFormatException(List.of(new CorpusDiagnostic(file, at, problem)));
        }
        return text.startsWith(BYTE_ORDER_MARK) && line == 1 ? text.substring(1) : text;
    }

    /**
     * Returns whether {@code bytes} are UTF-8 without NUL, which text in UTF-16 or UTF-32 has, and without the escape
     * sequences of ISO-2022-JP.
     */
    public static boolean isText(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0 || (bytes[at] == 0x1B && at + 1 < bytes.length && bytes[at + 1] == '$')) {
                return false;
            }
        }
        return !strictDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), true)
                .isError();
    }

    private static CharsetDecoder strictDecoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static void check(Path file, int line, byte[] bytes) throws CorpusFormatException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (strictDecoder().decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
            String wrong = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            var diagnostics = new DiagnosticCollector(file);
            diagnostics.add(
                    line + linesBefore(bytes, in.position()),
                    "UTF-8 でないバイト 0x" + wrong + " があります。文字コードを UTF-8 にして保存し直すか、「jirei check --convert」で変換してください");
            diagnostics.throwIfAny();
        }
    }

    private static int linesBefore(byte[] bytes, int end) {
        int lines = 0;
        for (int at = 0; at < end; at++) {
            boolean isReturn = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
            lines += bytes[at] == '\n' || isReturn ? 1 : 0;
        }
        return lines;
    }
}
