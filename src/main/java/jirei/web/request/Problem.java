package jirei.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request can't be answered, for pages and API alike.
 *
 * @param status the HTTP status
 * @param type what kind of problem, stable, as in {@code unknown-parameter}
 * @param title the kind of problem in words
 * @param detail one sentence that names what was found and what to do
 * @param parameter the parameter at fault; null where none is
 * @param value what it was; null where no parameter is at fault
 * @param allowed what it may be; null where no parameter is at fault
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
                "「" + shortened(name) + "」というパラメーターはありません。",
                name,
                value,
                known);
    }

    public static Problem wrongValue(String name, String value, List<String> allowed, String detail) {
        return parameter("wrong-value", "パラメーターの値が正しくありません", detail, name, value, allowed);
    }

    private static Problem parameter(
            String type, String title, String detail, String name, String value, List<String> allowed) {
        return new Problem(400, type, title, detail, shortened(name), shortened(value), List.copyOf(allowed));
    }

    public static Problem noSuchCase(String id) {
        return about(404, "no-such-case", "事例が見つかりません", "「" + shortened(id) + "」という事例はありません。");
    }

    public static Problem noSuchSection(String caseId, String id) {
        return about(
                404,
                "no-such-section",
                "記述が見つかりません",
                "事例「" + shortened(caseId) + "」に「" + shortened(id)
                        + "」という記述はありません。/api/cases/ の後に事例の id を付けて、記述の id を確かめてください。");
    }

    public static Problem noSuchPage(String path) {
        return about(404, "no-such-page", "ページが見つかりません", "「" + shortened(path) + "」というページはありません。");
    }

    public static Problem methodNotAllowed(String method) {
        return about(405, "method-not-allowed", "この方法では受け付けていません", method + " では受け付けていません。GET で開いてください。");
    }

    /**
     * What isn't even a request.
     *
     * @param status the HTTP status, 400 to 499
     */
    public static Problem unreadable(int status) {
        return about(status, "bad-request", "読み取れないリクエストです", "アドレスが長すぎるか、書き方が正しくないため読み取れません。アドレスを確かめてください。");
    }

    public static Problem unknownHost(String host) {
        return about(
                421,
                "unknown-host",
                "この名前では応じられません",
                "「" + shortened(host) + "」という名前では応じられません。http://localhost のアドレスで開くか、管理者に、設定 hosts へこの名前を加えるよう頼んでください。");
    }

    public static Problem tooManyOfOne(int limit) {
        return about(
                429,
                "too-many-requests",
                "リクエストが多すぎます",
                "1分間に受け付けるのは" + SearchParameters.grouped(limit) + "回までです。しばらく待ってからもう一度お試しください。");
    }

    public static Problem bodyTooLarge(int limit) {
        return about(
                413,
                "body-too-large",
                "送られたデータが大きすぎます",
                "受け取れるのは" + SearchParameters.grouped(limit) + "バイトまでです。データを付けずに開いてください。");
    }

    public static Problem pathTooLong(int limit) {
        return about(
                414,
                "address-too-long",
                "アドレスが長すぎます",
                "アドレスは" + SearchParameters.grouped(limit) + "文字までです。アドレスを確かめてください。");
    }

    public static Problem tooManyParameters(long number, int limit) {
        return about(
                400,
                "too-many-parameters",
                "条件が多すぎます",
                "条件は" + SearchParameters.grouped(limit) + "個までです（" + number + "個ありました）。条件を減らしてください。");
    }

    public static Problem tooBusy() {
        return about(503, "too-busy", "ただいま混み合っています", "同時に処理できる数を超えています。少し待ってからもう一度お試しください。");
    }

    public static Problem indexAwaited() {
        return about(
                503, "index-awaited", "索引を作っています", "索引が壊れていたため、いま事例ファイルから作り直しています。できるまで検索はできません。しばらく待ってからもう一度お試しください。");
    }

    public static Problem leaving() {
        return about(503, "leaving", "まもなく止まります", "このサーバーは入れ替えなどのため、まもなく止まります。ほかのサーバーか、動き直したあとでお試しください。");
    }

    public static Problem tooSlow() {
        return about(503, "too-slow", "時間内に終わりませんでした", "検索に時間がかかりすぎたため打ち切りました。ことばを減らすか、条件を絞ってお試しください。");
    }

    public static Problem engineAway() {
        return about(
                503,
                "engine-away",
                "ただいま検索できません",
                "検索エンジンから完全な答えが得られないため、正しい結果を示せません。少し待ってからもう一度お試しになり、続くようでしたら管理者にお知らせください。");
    }

    public static Problem tooManyWords() {
        return about(400, "too-many-words", "検索することばが多すぎます", "一度に検索できることばの数をこえています。文を短くするか、ことばを減らしてお試しください。");
    }

    /** A failure of ours, which the log tells under {@code trace}. */
    public static Problem failure(String trace) {
        return about(
                500, "failure", "うまく処理できませんでした", "処理の途中で問題が起きました。もう一度お試しになり、続くようでしたら番号 " + trace + " を管理者にお知らせください。");
    }

    private static Problem about(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, null, null, null);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_ECHO_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_ECHO_LENGTH))) + "…";
    }
}
