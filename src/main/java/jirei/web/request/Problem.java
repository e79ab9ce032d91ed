package jirei.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request fails, for pages and API alike. Immutable.
 *
 * @param status the HTTP status
 * @param type the problem type, stable, such as {@code unknown-parameter}
 * @param title the problem type in words
 * @param detail one sentence that names the value found and what to do
 * @param parameter the invalid parameter; null if there is none
 * @param value the value found; null if there is no invalid parameter
 * @param allowed the allowed values; null if there is no invalid parameter
 */
public record Problem(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String parameter,
        @Nullable String value,
        @Nullable List<String> allowed) {
    private static final int MAX_ECHO_LENGTH = 100;

    static Problem unknownParameter(String name, String value, List<String> known) {
        return parameter(
                "unknown-parameter",
                "知らないパラメーターがあります",
                "「" + truncated(name) + "」というパラメーターはありません。",
                name,
                value,
                known);
    }

    public static Problem wrongValue(String name, String value, List<String> allowed, String detail) {
        return parameter("wrong-value", "パラメーターの値が正しくありません", detail, name, value, allowed);
    }

    private static Problem parameter(
            String type, String title, String detail, String name, String value, List<String> allowed) {
        return new Problem(400, type, title, detail, truncated(name), truncated(value), List.copyOf(allowed));
    }

    public static Problem noSuchCase(String id) {
        return withoutParameter(404, "no-such-case", "事例が見つかりません", "「" + truncated(id) + "」という事例はありません。");
    }

    public static Problem noSuchSection(String caseId, String id) {
        return withoutParameter(
                404,
                "no-such-section",
                "記述が見つかりません",
                "事例「" + truncated(caseId) + "」に「" + truncated(id)
                        + "」という記述はありません。/api/cases/ の後に事例の id を付けて、記述の id を確かめてください。");
    }

    public static Problem noOriginal(String caseId) {
        return withoutParameter(
                404, "no-original", "原本が見つかりません", "事例「" + truncated(caseId) + "」の原本は、ここにないか、公開されていません。");
    }

    public static Problem noSuchOriginalPage(String page) {
        return withoutParameter(
                404, "no-such-original-page", "原本にそのページはありません", "この原本に「" + truncated(page) + "」というページはありません。");
    }

    /**
     * Returns the problem of a page that cannot be shown.
     *
     * @param detail one sentence for the user
     */
    public static Problem unreadableOriginal(String detail) {
        return withoutParameter(422, "unreadable-original", "原本を表示できません", detail);
    }

    public static Problem noSuchDocument(String id) {
        return withoutParameter(
                404, "no-such-document", "文書が見つかりません", "「" + truncated(id) + "」という文書は資料室にありません。/library で一覧を確かめてください。");
    }

    /**
     * Returns the problem of a case that is not valid.
     *
     * @param faults what is wrong with the case, one sentence each
     */
    public static Problem invalidCase(String id, List<String> faults) {
        return withoutParameter(
                422,
                "invalid-case",
                "事例に誤りがあります",
                "事例「" + truncated(id) + "」: " + String.join("。", faults.subList(0, Math.min(10, faults.size()))) + "。");
    }

    /**
     * Returns the problem of a lexicon file that is not valid.
     *
     * @param faults what is wrong with the file, one sentence each
     */
    public static Problem invalidLexicon(String file, List<String> faults) {
        return withoutParameter(
                422,
                "invalid-lexicon",
                "辞書に誤りがあります",
                file + ": " + String.join("。", faults.subList(0, Math.min(10, faults.size()))) + "。");
    }

    /**
     * Returns the problem of a lexicon file with which published cases are invalid.
     *
     * @param cases the cases, each with its fault
     */
    public static Problem invalidatesCases(String file, List<String> cases) {
        int more = cases.size() - Math.min(10, cases.size());
        return withoutParameter(
                409,
                "invalidates-cases",
                "検索されなくなる事例があります",
                file + " をこのとおりにすると、公開中の" + cases.size() + "事例に誤りが生じ、検索されなくなります: "
                        + String.join("、", cases.subList(0, cases.size() - more))
                        + (more > 0 ? "、ほか" + more + "事例" : "")
                        + "。それでも保存するときは、confirmed=true を付けてください。");
    }

    public static Problem staleLexicon(String file) {
        return withoutParameter(412, "stale-version", "版が古くなっています", file + " は、その版のあとに変わっています。取り出し直して、変更を加え直してください。");
    }

    public static Problem beingRead(String name) {
        return withoutParameter(
                409, "being-read", "読み取り中です", "「" + truncated(name) + "」は読み取り中です。終わるのを待つか、先に読み取りを止めてください。");
    }

    public static Problem versionNeeded() {
        return withoutParameter(
                428, "version-needed", "版の指定が要ります", "変える前の版を、見出し If-Match で示してください。版は、事例を取り出したときの見出し ETag にあります。");
    }

    public static Problem staleVersion(String id) {
        return withoutParameter(
                412, "stale-version", "版が古くなっています", "事例「" + truncated(id) + "」は、その版のあとに変わっています。取り出し直して、変更を加え直してください。");
    }

    /** A line that was to be taken in is not on the page, or a section has it. */
    public static Problem notLeftOut(String text, int page) {
        return withoutParameter(
                422, "not-left-out", "取り入れられない行です", "「" + truncated(text) + "」は、原本の" + page + "ページにないか、もうどこかの節にあります。");
    }

    /** There is a newer draft of the same editor. */
    public static Problem newerDraft(String id) {
        return withoutParameter(
                409,
                "newer-draft",
                "新しい下書きがあります",
                "事例「" + truncated(id) + "」には、あなたの新しい下書きがあります。取り出し直すか、その版を見出し If-Match で示して置き換えてください。版は見出し ETag にあります。");
    }

    public static Problem noSuchPage(String path) {
        return withoutParameter(404, "no-such-page", "ページが見つかりません", "「" + truncated(path) + "」というページはありません。");
    }

    /**
     * Returns the problem of a method that the path does not have.
     *
     * @param allowed the methods of the path, such as {@code GET, HEAD}
     */
    public static Problem methodNotAllowed(String method, String allowed) {
        String advice = allowed.contains("GET") ? "GET で開いてください。" : allowed + " で送ってください。";
        return withoutParameter(405, "method-not-allowed", "この方法では受け付けていません", method + " では受け付けていません。" + advice);
    }

    /** The response is a stream of events, which has no end. */
    public static Problem eventStreamOnly() {
        return withoutParameter(
                406,
                "event-stream-only",
                "この形では答えられません",
                "この道は、変わったことを知らせ続けます（Server-Sent Events）。「Accept: text/event-stream」のヘッダーを付けて呼び出してください。");
    }

    /** Nobody may edit on this server. */
    public static Problem editingDisabled() {
        return withoutParameter(
                403,
                "editing-disabled",
                "この検索サイトでは編集できません",
                "この検索サイトは、読むためだけに公開されています。編集するには、管理者に、設定 editors.file で編集者を決めるよう頼んでください。");
    }

    /** Editors are named, and the request is from none of them. */
    public static Problem signInNeeded(boolean byPassword) {
        return withoutParameter(
                403,
                "sign-in-needed",
                "ログインが必要です",
                byPassword
                        ? "ログインしていないか、期限が切れています。何も変えていません。別のタブで /login を開いてログインしてから、前の画面を開き直してください。"
                        : "この画面は、組織の利用者確認を通して開いた編集者だけが使えます。管理者にお尋ねください。");
    }

    /** The page of another site sent the request. */
    public static Problem otherSite() {
        return withoutParameter(
                403,
                "other-site",
                "ほかのサイトからの操作は受け付けていません",
                "この検索サイトの画面から送られたものではないため、何も変えていません。この検索サイトを開き直し、画面のボタンで操作してください。");
    }

    /** The token is missing or is that of another session. */
    public static Problem formExpired() {
        return withoutParameter(
                403,
                "form-expired",
                "画面の期限が切れています",
                "ログインし直したか、サーバーが動き直したため、何も変えていません。前の画面を開き直して、もう一度操作してください。API では、/api/session の token を X-Jirei-Token ヘッダーに付けてください。");
    }

    /** Too many wrong passwords. */
    public static Problem tooManyLogins(long seconds) {
        return withoutParameter(
                429, "too-many-logins", "ログインの失敗が続いています", SearchParameters.grouped(seconds) + "秒待ってから、もう一度お試しください。");
    }

    /**
     * Returns the problem of input that is not an HTTP request.
     *
     * @param status the HTTP status, 400 to 499
     */
    public static Problem unreadable(int status) {
        return withoutParameter(status, "bad-request", "読み取れないリクエストです", "アドレスが長すぎるか、書き方が正しくないため読み取れません。アドレスを確かめてください。");
    }

    /** The body of a request is not what its type says. */
    public static Problem unreadableBody() {
        return withoutParameter(
                400, "unreadable-body", "送られたデータを読み取れません", "送られたデータが途中で切れているか、形が正しくないため、何も変えていません。もう一度送ってください。");
    }

    public static Problem unknownHost(String host) {
        return withoutParameter(
                421,
                "unknown-host",
                "この名前では応じられません",
                "「" + truncated(host) + "」という名前では応じられません。http://localhost のアドレスで開くか、管理者に、設定 hosts へこの名前を加えるよう頼んでください。");
    }

    public static Problem tooManyRequests(int limit) {
        return withoutParameter(
                429,
                "too-many-requests",
                "リクエストが多すぎます",
                "1分間に受け付けるのは" + SearchParameters.grouped(limit) + "回までです。しばらく待ってからもう一度お試しください。");
    }

    public static Problem bodyTooLarge(long limit) {
        return withoutParameter(
                413,
                "body-too-large",
                "送られたデータが大きすぎます",
                "受け取れるのは" + SearchParameters.grouped(limit) + "バイトまでです。データを付けずに開くか、小さくしてから送ってください。");
    }

    public static Problem pathTooLong(int limit) {
        return withoutParameter(
                414,
                "address-too-long",
                "アドレスが長すぎます",
                "アドレスは" + SearchParameters.grouped(limit) + "文字までです。アドレスを確かめてください。");
    }

    public static Problem tooManyParameters(long number, int limit) {
        return withoutParameter(
                400,
                "too-many-parameters",
                "条件が多すぎます",
                "条件は" + SearchParameters.grouped(limit) + "個までです（" + number + "個ありました）。条件を減らしてください。");
    }

    public static Problem tooBusy() {
        return withoutParameter(503, "too-busy", "ただいま混み合っています", "同時に処理できる数を超えています。少し待ってからもう一度お試しください。");
    }

    public static Problem indexNotReady() {
        return withoutParameter(
                503, "index-awaited", "索引を作っています", "索引が壊れていたため、いま事例ファイルから作り直しています。できるまで検索はできません。しばらく待ってからもう一度お試しください。");
    }

    public static Problem shuttingDown() {
        return withoutParameter(503, "leaving", "まもなく止まります", "このサーバーは入れ替えなどのため、まもなく止まります。ほかのサーバーか、動き直したあとでお試しください。");
    }

    public static Problem tooSlow() {
        return withoutParameter(503, "too-slow", "時間内に終わりませんでした", "検索に時間がかかりすぎたため打ち切りました。キーワードを減らすか、条件を絞ってお試しください。");
    }

    public static Problem engineUnavailable() {
        return withoutParameter(
                503,
                "engine-away",
                "ただいま検索できません",
                "検索エンジンから完全な答えが得られないため、正しい結果を示せません。少し待ってからもう一度お試しになり、続くようでしたら管理者にお知らせください。");
    }

    public static Problem tooManyClauses() {
        return withoutParameter(
                400, "too-many-words", "キーワードが多すぎます", "一度に検索できるキーワードの数を超えています。文を短くするか、キーワードを減らしてお試しください。");
    }

    /**
     * Returns the problem of an internal error.
     *
     * @param trace the number under which the error is logged
     */
    public static Problem failure(String trace) {
        return withoutParameter(
                500, "failure", "うまく処理できませんでした", "処理の途中で問題が起きました。もう一度お試しになり、続くようでしたら番号 " + trace + " を管理者にお知らせください。");
    }

    private static Problem withoutParameter(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, null, null, null);
    }

    private static String truncated(String text) {
        return text.length() <= MAX_ECHO_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_ECHO_LENGTH))) + "…";
    }
}
