package jirei.web.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pages say about what is sent and kept, which follows from the settings of the server. Immutable.
 *
 * @param isLocal whether only the machine on which the server runs uses it
 * @param keepsZeroHits whether queries with words without hits are written to a file
 * @param logsQueries whether queries of slow searches are logged
 * @param logsRequests whether the paths of requests are logged
 * @param usesCluster whether queries are sent to a search cluster
 */
public record Privacy(
        boolean isLocal, boolean keepsZeroHits, boolean logsQueries, boolean logsRequests, boolean usesCluster) {
    /** A server for one machine that keeps nothing. */
    public static final Privacy DEFAULT = new Privacy(true, false, false, false, false);

    /** Whether the server keeps anything of what readers do. */
    public boolean keepsRecords() {
        return keepsZeroHits || logsQueries || logsRequests;
    }

    /** The sentences at the foot of each page. */
    public String footer() {
        String records = keepsRecords() ? "検索や閲覧の一部を記録しています。" : "検索の記録は残しません。";
        if (usesCluster) {
            return "検索のキーワードは、Jirei のサーバーと、検索を受け持つ OpenSearch に送られます。" + records;
        }
        if (!isLocal) {
            return "検索のキーワードは、この Jirei を動かしているサーバーにだけ送られます。" + records;
        }
        return "このサイトは、お使いのコンピューターの中だけで動きます。検索のキーワードが外へ送られることはありません。" + (keepsRecords() ? records : "");
    }

    /** Where queries and pages read are sent. */
    public String sending() {
        String resources = "文字や絵もすべて Jirei に含まれていて、ほかのサイトからは読み込みません。";
        if (usesCluster) {
            return "検索のキーワードと条件は、Jirei を動かしているサーバーから、検索を受け持つ OpenSearch に送られます。そのほかへは送られません。" + resources;
        }
        return (isLocal
                        ? "検索のキーワードや読んだ事例が、Jirei を動かしているこのコンピューターの外へ送られることはありません。"
                        : "検索のキーワードや読んだ事例は、Jirei を動かしているサーバーに送られます。サーバーがそれをほかへ送ることはありません。")
                + resources;
    }

    /** What the server keeps, one sentence each. */
    public List<String> records() {
        List<String> records = new ArrayList<>();
        if (keepsZeroHits) {
            records.add("どの記述にもない語を含む検索は、日付とキーワードをファイルに記録します。語彙を増やすためのもので、検索した人の情報は記録しません。");
        }
        if (logsQueries) {
            records.add("時間のかかった検索は、キーワードをログに記録します。");
        }
        if (logsRequests) {
            records.add("開いた画面のアドレスを、検索のキーワードと条件を除いて、日時とともにログに記録します。");
        }
        if (records.isEmpty()) {
            records.add("Jirei は、検索のキーワードも、読んだ事例も記録しません。");
        }
        return records;
    }

    /** What becomes of the figures of the reader's own municipality. */
    public String figures() {
        if (usesCluster) {
            return "入力した数値は、計算のために Jirei のサーバーと OpenSearch に送られます。保存はしません。";
        }
        return isLocal ? "入力した数値はこのページのアドレスにだけ残り、このコンピューターの外へは送られません。" : "入力した数値は、計算のために Jirei のサーバーに送られます。保存はしません。";
    }

    /** What becomes of the shortlist. */
    public String shortlist() {
        String kept = "候補、保存した検索、うちの自治体は、お使いのブラウザーの中にだけ保存します。";
        return isLocal ? kept : kept + "一覧の表示と書き出しのときに候補とメモがサーバーに送られますが、サーバーには残りません。";
    }
}
