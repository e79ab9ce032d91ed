package jirei.corpus.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Decodes UTF-8, rejects malformed input and drops a byte order mark. Stateless. */
public final class StrictUtf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private StrictUtf8() {}

    /**
     * Reads {@code file}.
     *
     * @throws IOException if the file cannot be read
     * @throws CorpusFormatException if it is not UTF-8, with the line of the first malformed byte
     */
    public static String read(Path file) throws IOException, CorpusFormatException {
        return decode(file, 1, Files.readAllBytes(file));
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
        return text.startsWith(BYTE_ORDER_MARK) && line == 1 ? text.substring(1) : text;
    }

    private static void check(Path file, int line, byte[] bytes) throws CorpusFormatException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
            String wrong = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            var diagnostics = new DiagnosticCollector(file);
            diagnostics.add(
                    line + linesBefore(bytes, in.position()),
                    "UTF-8 でないバイト 0x" + wrong + " があるため、文字コードを UTF-8 にして保存し直してください");
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
