package jirei.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a source document.
 *
 * @param name the file name, for messages
 * @param lines its lines as they stand there, without line ends; line 1 of the document is the first
 */
public record SourceText(String name, List<String> lines) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SourceText {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a text in UTF-8, with or without a byte order mark.
     *
     * @throws IOException if {@code file} can't be read
     * @throws SourceFormatException if it isn't UTF-8 or is empty
     */
    public static SourceText read(Path file) throws IOException, SourceFormatException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(name, text);
        } catch (CharacterCodingException e) {
            throw new SourceFormatException("「" + name + "」はUTF-8の文章ではないため、UTF-8で保存し直してください。");
        }
    }

    static SourceText of(String name, String text) throws SourceFormatException {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        if (plain.isBlank()) {
            throw new SourceFormatException("「" + name + "」には文章がないため、中身を確かめてください。");
        }
        return new SourceText(name, plain.lines().toList());
    }
}
