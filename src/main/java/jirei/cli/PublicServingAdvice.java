package jirei.cli;

import java.util.List;

/** The advice printed when a server accepts connections from other machines. Immutable. */
final class PublicServingAdvice {
    static final List<String> LINES = List.of(
            "ほかの機械からも使えるようにしました。この通信は暗号化されず、だれが使うかも確かめません。",
            "  1. 前にリバースプロキシ（nginx、Apache など）を置き、TLS（https）と利用者の確認（認証や接続元の制限）をそこで行ってください。",
            "  2. このポートには、プロキシからだけ届くようにファイアウォールで制限してください。",
            "  3. /metrics は、外から見えないようにプロキシで止めてください。",
            "  4. 設定の hosts に、利用者が使う名前（例: jirei.example.jp）を書いてください。ほかの名前での呼び出しを断ります。",
            "  5. 利用者ごとの回数は、プロキシで制限してください（設定 requests.per-minute は、プロキシを一人の利用者として数えます）。");

    private PublicServingAdvice() {}
}
