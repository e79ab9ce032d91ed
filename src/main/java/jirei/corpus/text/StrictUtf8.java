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

/** Turns the bytes of a file into text: UTF-8, strictly; a byte order mark is left out. */
public final class StrictUtf8 {
    private static final String MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private StrictUtf8() {}

    public static String read(Path file) throws IOException, CorpusFormatException {
        return decode(file, 1, Files.readAllBytes(file));
    }

    /**
     * Decodes {@code bytes}, which begin in {@code line} of {@code file}.
     *
     * @throws CorpusFormatException if they aren't UTF-8, with the line of the first wrong byte
     */
    public static String decode(Path file, int line, byte[] bytes) throws CorpusFormatException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // stands where a byte is wrong, or was typed
            check(file, line, bytes);
        }
        return text.startsWith(MARK) && line == 1 ? text.substring(1) : text;
    }

    private static void check(Path file, int line, byte[] bytes) throws CorpusFormatException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
            String wrong = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
            var faults = new DiagnosticCollector(file);
            faults.add(
                    line + linesBefore(bytes, in.position()),
                    "UTF-8 でないバイト 0x" + wrong + " があるため、文字コードを UTF-8 にして保存し直してください");
            faults.throwIfAny();
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
