package jirei.intake.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Unsupported binary formats, each with a remedy for the user. Immutable. */
public enum KnownBinary {
    /** An Office document with a password. */
    ENCRYPTED_OFFICE("パスワードの付いたOffice文書", "パスワードを外して保存し直してください"),
    /** An Office document from before Office Open XML of a kind that is not read. */
    OLD_OFFICE("読めない種類の古い形式のOffice文書", "docx、xlsx か pptx、または PDF で保存し直してください"),
    /** Rich Text Format. */
    RTF("リッチテキスト（RTF）", "docx で保存し直してください"),
    /** An image. */
    IMAGE("画像", "文字を読み取って（OCR）テキストかPDFにしてください"),
    /** A compressed file other than ZIP. */
    COMPRESSED("ZIP以外の圧縮ファイル", "展開してから取り込んでください"),
    /** PostScript. */
    POSTSCRIPT("PostScript", "PDF で保存し直してください"),
    /** Any other binary file. */
    BINARY("文章ではないデータ", "元の文書を PDF かテキストで保存し直してください");

    /** The name of the stream with the encrypted document, in UTF-16 as in the container format. */
    private static final String ENCRYPTED_STREAM =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    /** A file is binary if more than one in so many characters is a control character. */
    private static final int MIN_CHARACTERS_PER_CONTROL = 50;

    private final String label;
    private final String remedy;

    KnownBinary(String label, String remedy) {
        this.label = label;
        this.remedy = remedy;
    }

    String label() {
        return label;
    }

    String remedy() {
        return remedy;
    }

    /**
     * Returns the format of a file; empty if it may be text.
     *
     * @param head the first bytes of the file, decoded as ISO 8859-1
     */
    public static Optional<KnownBinary> of(String head) {
        Optional<KnownBinary> signed = bySignature(head);
        return signed.isEmpty() && isBinary(head) ? Optional.of(BINARY) : signed;
    }

    /**
     * Returns the format of a file by the characters it starts with; empty if these are of none.
     *
     * @param head the first bytes of the file, decoded as ISO 8859-1
     */
    static Optional<KnownBinary> bySignature(String head) {
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(head.contains(ENCRYPTED_STREAM) ? ENCRYPTED_OFFICE : OLD_OFFICE);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8")) {
            return Optional.of(IMAGE);
        }
        if (head.startsWith("\u001F\u008B") || head.startsWith("7z\u00BC\u00AF") || head.startsWith("Rar!")) {
            return Optional.of(COMPRESSED);
        }
        if (head.startsWith("%!PS")) {
            return Optional.of(POSTSCRIPT);
        }
        return Optional.empty();
    }

    /**
     * Returns whether {@code head} has more control characters than text, not counting line terminators, tabs and the
     * escapes of ISO-2022-JP. UTF-16 and UTF-32 are no control characters.
     */
    private static boolean isBinary(String head) {
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF") || head.startsWith("\0\0\u00FE\u00FF")) {
            return false;
        }
        byte[] characters = head.substring(0, head.length() / 4 * 4).getBytes(StandardCharsets.ISO_8859_1);
        if (Encoding.wideWithoutMark(characters).isPresent()) {
            return false;
        }
        long controls = head.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B)
                .count();
        return controls > head.length() / MIN_CHARACTERS_PER_CONTROL || head.indexOf('\0') >= 0;
    }
}
