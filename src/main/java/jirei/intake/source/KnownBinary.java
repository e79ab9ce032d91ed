package jirei.intake.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that can't be read as they are, with what helps. */
public enum KnownBinary {
    ENCRYPTED_OFFICE("パスワードの付いたOffice文書", "パスワードを外して保存し直してください"),
    OLD_OFFICE("古い形式のOffice文書", "docx か pptx、または PDF で保存し直してください"),
    RTF("リッチテキスト（RTF）", "docx で保存し直してください"),
    PICTURE("画像", "文字を読み取って（OCR）テキストかPDFにしてください"),
    COMPRESSED("ZIP以外の圧縮ファイル", "展開してから取り込んでください"),
    POSTSCRIPT("PostScript", "PDF で保存し直してください"),
    BINARY("文章ではないデータ", "元の文書を PDF かテキストで保存し直してください");

    /** The name of the stream that holds an encrypted office file, in the UTF-16 of its container. */
    private static final String ENCRYPTED_STREAM =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private static final int BINARY_ONE_IN = 50;

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
     * What begins with these bytes.
     *
     * @param head the first bytes, a character each; empty where it may be a text
     */
    public static Optional<KnownBinary> of(String head) {
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(head.contains(ENCRYPTED_STREAM) ? ENCRYPTED_OFFICE : OLD_OFFICE);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8")) {
            return Optional.of(PICTURE);
        }
        if (head.startsWith("\u001F\u008B") || head.startsWith("7z\u00BC\u00AF") || head.startsWith("Rar!")) {
            return Optional.of(COMPRESSED);
        }
        if (head.startsWith("%!PS")) {
            return Optional.of(POSTSCRIPT);
        }
        return isBinary(head) ? Optional.of(BINARY) : Optional.empty();
    }

    /** Texts have no control characters but line ends, tabs and the escapes of ISO-2022-JP; UTF-16 says so at its begin. */
    private static boolean isBinary(String head) {
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
            return false;
        }
        long controls = head.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B)
                .count();
        return controls > head.length() / BINARY_ONE_IN || head.indexOf('\0') >= 0;
    }
}
