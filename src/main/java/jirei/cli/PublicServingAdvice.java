package jirei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.editors.EditorFile;
import jirei.web.settings.EditingSettings;
import org.jspecify.annotations.Nullable;

/** The advice printed when a server accepts connections from other machines. Stateless. */
final class PublicServingAdvice {
    private static final List<String> LINES = List.of(
            "  1. 前にリバースプロキシ（nginx、Apache など）を置き、TLS（https）と利用者の確認（認証や接続元の制限）をそこで行ってください。",
            "  2. このポートには、プロキシからだけ届くようにファイアウォールで制限してください。",
            "  3. /metrics は、外から見えないようにプロキシで止めてください。",
            "  4. 設定の hosts に、利用者が使う名前（例: jirei.example.jp）を書いてください。ほかの名前での呼び出しを断ります。"
                    + "proxy.addresses にプロキシのアドレスを、public.url に利用者が開くアドレス（例: https://jirei.example.jp）を書くと、"
                    + "共有のリンクと書き出しがそのアドレスになります。",
            "  5. 利用者ごとの回数は、プロキシで制限してください（設定 requests.per-minute は、プロキシを一人の利用者として数えます）。");

    private PublicServingAdvice() {}

    /**
     * Returns the lines of the advice. The last one is about editors, unless somebody may edit.
     *
     * @param unnamed the file to which editors are added if no settings name another one
     * @throws CorpusFormatException if the file of editors is not in UTF-8
     */
    static List<String> lines(EditingSettings editing, Path unnamed) throws IOException, CorpusFormatException {
        List<String> lines = new ArrayList<>();
        lines.add("ほかの機械からも使えるようにしました。この通信は暗号化されず、"
                + (editing.namesEditors() ? "編集する人のほかは、だれが使うかを確かめません。" : "だれが使うかも確かめません。"));
        lines.addAll(LINES);
        @Nullable Path file = editing.editorsFile();
        if (file == null && editing.editorHeader() == null) {
            lines.add(
                    Files.exists(unnamed)
                            ? "  6. 編集者のファイル「" + unnamed + "」は、まだ使われていません。使うには、設定に「editors.file = " + unnamed
                                    + "」と書いてください。"
                            : "  6. 編集する人を決めるまで、資料室は使えません。決めるには「jirei editor add 名前」と、設定の editors.file を使ってください。");
        } else if (file != null
                && editing.editorHeader() == null
                && EditorFile.read(file).names().isEmpty()) {
            lines.add("  6. 設定 editors.file のファイル「" + file + "」に編集者がいないため、まだ資料室は使えません。「jirei editor add 名前 --file "
                    + file + "」で加えてください。");
        }
        return lines;
    }
}
