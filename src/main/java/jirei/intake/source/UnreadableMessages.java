package jirei.intake.source;

import java.time.Duration;

/** The exceptions for files that cannot be read; each message names the problem and the remedy. Stateless. */
public final class UnreadableMessages {
    private UnreadableMessages() {}

    /** The file is empty. */
    public static SourceFormatException empty(SourceFile file) {
        return of(file, "は空のファイルです。中身を確かめてください。");
    }

    /** The document has no text. */
    public static SourceFormatException withoutText(SourceFile file, Format format) {
        return format == Format.PDF
                ? of(file, "は画像だけのPDFで文字がありません。文字を読み取って（OCR）から取り込んでください。")
                : of(file, "には文章がありません。中身を確かめてください。");
    }

    /** The pages are pictures, and the program that reads them is not installed; {@code advice} says how to get it. */
    public static SourceFormatException withoutOcr(SourceFile file, String advice) {
        return of(file, "は画像だけのPDFで文字がないため、読めません。" + advice);
    }

    /** The pages are pictures in which OCR found no text; {@code problem} says why, or is empty. */
    public static SourceFormatException unrecognized(SourceFile file, String problem) {
        return of(file, "は画像だけのPDFで、機械読み取り（OCR）でも文字を読み取れません。画像を確かめるか、文字のある文書を入手してください。" + problem);
    }

    /** No text can be read, because the contents of pages are damaged. */
    public static SourceFormatException damagedPages(SourceFile file) {
        return of(file, "はページの中身が壊れていて文字を読み取れないPDFです。開けるか確かめ、保存し直すか入手し直してください。");
    }

    /** The encoding of the text cannot be detected. */
    public static SourceFormatException encoding(SourceFile file) {
        return of(file, "の文字コードが分かりません。UTF-8で保存し直してください。");
    }

    /** The file has an unsupported binary format. */
    public static SourceFormatException known(SourceFile file, KnownBinary binary) {
        return of(file, "は" + binary.label() + "です。" + binary.remedy() + "。");
    }

    /** The file is a text file that is no document. */
    public static SourceFormatException known(SourceFile file, KnownText text) {
        return of(file, "は" + text.label() + "で、事例の文書ではありません。" + text.remedy() + "。");
    }

    /** The file is an Office document of a kind that is not read, such as a drawing. */
    public static SourceFormatException otherOffice(SourceFile file) {
        return of(file, "は図面や xlsb など読めない種類のOffice文書です。docx、xlsx か PDF で保存し直してください。");
    }

    /** The spreadsheet has neither a table of cases nor text. */
    public static SourceFormatException withoutCases(SourceFile file) {
        return of(file, "には事例の表も文章もありません。1行目に列の名前、その下に1行1件で事例を書いた表にしてください。");
    }

    /** The file is an e-mail saved by Outlook. */
    public static SourceFormatException outlook(SourceFile file) {
        return of(file, "はOutlookの電子メール（msg）で、事例の文書ではありません。本文をテキストで、添付の文書はそのまま保存してから取り込んでください。");
    }

    /** The document is encrypted. */
    public static SourceFormatException encrypted(SourceFile file) {
        return of(file, "はパスワードで保護されています。パスワードを外して保存し直してください。");
    }

    /** The document uses a feature, such as encryption by certificate, that needs a library which is not included. */
    public static SourceFormatException unsupported(SourceFile file, Format format) {
        return of(file, "は証明書による暗号化など、対応していない機能を使う" + format.label() + "です。その機能を使わずに保存し直してください。");
    }

    /** The document is damaged or truncated. */
    public static SourceFormatException corrupt(SourceFile file, Format format) {
        return of(file, "は壊れているか途中で切れた" + format.label() + "です。開けるか確かめ、保存し直すか入手し直してください。");
    }

    /** The document is suspiciously large when uncompressed. */
    public static SourceFormatException zipBomb(SourceFile file) {
        return of(file, "は展開すると不自然に大きくなります。必要な文書だけを保存し直してください。");
    }

    /** The file is larger than {@code maxBytes}. */
    public static SourceFormatException tooLarge(SourceFile file, long maxBytes) {
        return of(file, "は" + (maxBytes >> 20) + "MBを超えています。分けて保存し直してください。");
    }

    /** The document exceeds a limit, see {@link DocumentLimitException#excess}. */
    public static SourceFormatException overLimit(SourceFile file, String excess) {
        return of(file, "は" + excess + "ため、読み取れません。分けて保存し直してください。");
    }

    /** The archive cannot be extracted to the folder for temporary files. */
    public static SourceFormatException noTemporaryFile(SourceFile file) {
        return new SourceFormatException("文書「" + file.name() + "」を展開できません。一時フォルダの空きと権限を確かめてください。");
    }

    /** The archive has two entries of the same name. */
    public static SourceFormatException duplicateEntries(SourceFile file) {
        return of(file, "には同じ名前のファイルが二つ以上入っています。作り直すか入手し直してください。");
    }

    /** The entry of the archive has a path that leads out of it. */
    public static SourceFormatException outsideArchive(SourceFile file) {
        return of(file, "はZIPの外を指す名前（..）なので受け取りません。名前を直して入れ直してください。");
    }

    /** The entries of the archive share bytes, or are longer than the archive. */
    public static SourceFormatException overlappingEntries(SourceFile file) {
        return of(file, "は中のファイルどうしが重なる壊れた構造です。作り直すか入手し直してください。");
    }

    /** Returns the exceeded limit of time, as in 読み取りに2分を超える時間がかかる. */
    public static String tooLong(Duration limit) {
        return "読み取りに" + time(limit) + "を超える時間がかかる";
    }

    /** The documents of an archive take too long; {@code rest} of them were not read. */
    public static SourceFormatException archiveTooLong(SourceFile file, Duration limit, int rest) {
        return of(file, "は" + tooLong(limit) + "ため、残りの" + rest + "文書を読みませんでした。分けて取り込み直してください。");
    }

    /** The process that read the document has ended. */
    public static SourceFormatException ended(SourceFile file) {
        return of(file, "は読み取りの途中でプログラムが異常終了しました。PDF かテキストで保存し直してください。");
    }

    private static String time(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + "分" : seconds + "秒";
    }

    private static SourceFormatException of(SourceFile file, String rest) {
        return new SourceFormatException("「" + file.name() + "」" + rest);
    }
}
