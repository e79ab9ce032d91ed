package jirei.intake.source;

/** The sentences that say why a file can't be read and what helps. */
public final class UnreadableMessages {
    private UnreadableMessages() {}

    public static SourceFormatException empty(SourceFile file) {
        return of(file, "は空のファイルであるため、中身を確かめてください。");
    }

    public static SourceFormatException withoutText(SourceFile file, Format format) {
        return format == Format.PDF
                ? of(file, "は画像だけのPDFで文字がないため、文字を読み取って（OCR）から取り込んでください。")
                : of(file, "には文章がないため、中身を確かめてください。");
    }

    public static SourceFormatException encoding(SourceFile file) {
        return of(file, "の文字コードが分からないため、UTF-8で保存し直してください。");
    }

    public static SourceFormatException known(SourceFile file, KnownBinary binary) {
        return of(file, "は" + binary.label() + "のため、" + binary.remedy() + "。");
    }

    public static SourceFormatException otherOffice(SourceFile file) {
        return of(file, "は表計算など文章ではないOffice文書のため、docx か PDF で保存し直してください。");
    }

    public static SourceFormatException encrypted(SourceFile file) {
        return of(file, "はパスワードで保護されているため、パスワードを外して保存し直してください。");
    }

    public static SourceFormatException broken(SourceFile file, Format format) {
        return of(file, "は壊れているか途中で切れた" + format.label() + "のため、開けるか確かめ、保存し直すか入手し直してください。");
    }

    public static SourceFormatException bomb(SourceFile file) {
        return of(file, "は展開すると不自然に大きくなるため、必要な文書だけを保存し直してください。");
    }

    public static SourceFormatException tooLarge(SourceFile file, long mostBytes) {
        return of(file, "は" + (mostBytes >> 20) + "MBを超えるため、分けて保存し直してください。");
    }

    public static SourceFormatException overLimit(SourceFile file, String excess) {
        return of(file, "は" + excess + "ため、分けて保存し直してください。");
    }

    private static SourceFormatException of(SourceFile file, String rest) {
        return new SourceFormatException("「" + file.name() + "」" + rest);
    }
}
