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

    public static Problem noSuchPage(String path) {
        return withoutParameter(404, "no-such-page", "ページが見つかりません", "「" + truncated(path) + "」というページはありません。");
    }

    public static Problem methodNotAllowed(String method) {
        return withoutParameter(405, "method-not-allowed", "この方法では受け付けていません", method + " では受け付けていません。GET で開いてください。");
    }

    /**
     * Returns the problem of input that is not an HTTP request.
     *
     * @param status the HTTP status, 400 to 499
     */
    public static Problem unreadable(int status) {
        return withoutParameter(status, "bad-request", "読み取れないリクエストです", "アドレスが長すぎるか、書き方が正しくないため読み取れません。アドレスを確かめてください。");
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

    public static Problem bodyTooLarge(int limit) {
        return withoutParameter(
                413,
                "body-too-large",
                "送られたデータが大きすぎます",
                "受け取れるのは" + SearchParameters.grouped(limit) + "バイトまでです。データを付けずに開いてください。");
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
        return withoutParameter(503, "too-slow", "時間内に終わりませんでした", "検索に時間がかかりすぎたため打ち切りました。ことばを減らすか、条件を絞ってお試しください。");
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
                400, "too-many-words", "検索することばが多すぎます", "一度に検索できることばの数をこえています。文を短くするか、ことばを減らしてお試しください。");
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
