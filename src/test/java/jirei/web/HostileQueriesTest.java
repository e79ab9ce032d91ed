package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.AllocatedBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Any input gets a response without an internal error, for a bounded amount of work. */
@Tag("slow")
class HostileQueriesTest {
    /** Allocated at most by all threads for a response, counted by bytes since time depends on the machine. */
    private static final long MAX_BYTES = 512L << 20;

    private static final String[] SCRIPTS = {"<script>alert", "<img src=x", "<svg/onload"};
    private static final Logger LOG = LoggerFactory.getLogger(HostileQueriesTest.class);
    private static final Map<String, Costliest> COSTLIEST = new TreeMap<>();
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.shipped(folder);
        site.get("/?q=%E7%9C%8B%E5%8F%96%E3%82%8A");
        site.get("/api/search?q=%E7%9C%8B%E5%8F%96%E3%82%8A");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    /** Classes of input that have broken programs before. */
    static Stream<String> hostile() {
        List<String> texts = new ArrayList<>(List.of(
                "(".repeat(500) + ")".repeat(500),
                "（".repeat(1000),
                ")(".repeat(500),
                "*".repeat(1000),
                "* ".repeat(500),
                "a* ".repeat(250) + "*",
                "?*?*?".repeat(100),
                "/.*/",
                "/(a+)+$/",
                "(a|a)*b|(.*)*{1,1000}[^]]",
                "a~ b~2 \"a b\"~1000000",
                "[a TO z] {a TO *} >=1 <2",
                "q:q:q:q: 県:県: :::: ^^^^ ^1e9 a^999999999",
                "-".repeat(1000),
                "- -a --a NOT NOT NOT a",
                "a OR ".repeat(160) + "b",
                "OR AND NOT OR OR",
                "|".repeat(1000),
                "\"".repeat(999),
                "\\".repeat(1000),
                "\\u0041\\x\\",
                "「」『』【】〈〉".repeat(100),
                // noncharacters, unpaired surrogates, combining marks without a base
                "\u0000\u0001\u0007\b\t\n\u000b\f\r\u001b\u007f\u0085",
                "看\u0000取り",
                "\ud83d",
                "\ude00",
                "\ude00\ud83d",
                "看\ud842取り",
                "\ufffe\uffff\ufdd0",
                "\ue000\uf8ff",
                "\u200b\u200c\u200d\u2060\ufeff".repeat(100),
                "看\u200b取\u200bり",
                "\u202e\u202d\u202a\u202b\u2066\u2067\u2068\u2069\u061c",
                "\u202e看取り\u202c",
                "e" + "\u0301".repeat(900),
                "\u3099\u309a\u3099",
                "\ufe0f\ufe0e\u20e3\udb40\udd00",
                "👨‍👩‍👧‍👦🏳️‍🌈🇯🇵👍🏿".repeat(20),
                "ＡＢＣ１２３ｶﾞｷﾞｸﾞ㌔㍿ⅷ①㈱".repeat(30),
                "ﷺ".repeat(1000),
                "İıſßŒǆﬃ",
                "㍻㋿𠮷𩸽葛󠄀".repeat(50),
                "ーーーー〜〜・・・々々ゝゞ".repeat(50),
                "あ".repeat(1000),
                "看".repeat(1000),
                "ア".repeat(1000),
                "あ ".repeat(500),
                "国".repeat(3) + " " + "a".repeat(990),
                "1234567890".repeat(100),
                "0x7fffffff -2147483648 9223372036854775808 1e309 NaN Infinity -0 1/0",
                "null undefined true false None nil (null) NULL",
                // code in other languages
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "javascript:alert(1)",
                "';alert(String.fromCharCode(88))//",
                "<svg/onload=alert(1)>&lt;&#60;&amp;",
                "' OR 1=1; DROP TABLE cases; --",
                "${jndi:ldap://127.0.0.1/a} ${7*7} #{7*7} {{7*7}} <%= 7*7 %> !{7*7}",
                "$(touch x) `touch x` | cat ; && true",
                "../../../../etc/passwd ..\\..\\windows\\win.ini file:///etc/passwd",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "%s%n%x%d%@ %ZZ %00 %c0%af",
                "() { :;}; echo \r\nSet-Cookie: a=b\r\n\r\n",
                "CON PRN AUX NUL COM1 LPT1",
                "{\"$gt\": \"\"} [1,2,{}]",
                "=1+1 +1 -1 @SUM(A1) \t=cmd",
                "__proto__ constructor toString",
                // scripts of all kinds
                "שָׁלוֹם עולם مرحبا بالعالم \u06dd\u070f",
                "᚛ᚄᚓᚐᚋᚒᚄ᚜\u1680\u1680\u180e\u2000\u3000\u00a0",
                "ɐuɐɯnɥ ʇxǝʇ uʍop ǝpᴉsdn",
                "𝐭𝐡𝐞 𝕢𝕦𝕚𝕔𝕜 𝖇𝖗𝖔𝖜𝖓 𝒻𝑜𝓍 ⒯⒣⒠",
                "Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬ ¡™£¢∞§¶ •ªº–≠ ⁰⁴⁵₀₁₂ ٠١٢٣٤٥",
                "ก็็็็็็็็็็ ัััััั नमस्ते ကမ္ဘာ 한글 ЁЂЃЄЅ Ünïcödé",
                "か\u0300\u0301\u0302\u0303\u0304\u0305".repeat(140),
                "(╯°□°）╯︵ ┻━┻ ʕ•ᴥ•ʔ ¯\\_(ツ)_/¯",
                "👾🙇💁🙅🙆🙋🙎🙍 👩🏽‍🤝‍👨🏿 ❤️💔 0️⃣1️⃣ 🇺🇸🇷🇺🇸 🇦🇫".repeat(8),
                "看取り ".repeat(200),
                "在宅医療".repeat(250),
                "医療 OR 介護 OR ".repeat(80) + "連携",
                "\"" + "在宅医療と介護の連携".repeat(90) + "\"",
                "ざいたくいりょう".repeat(125),
                "zaitakuiryou".repeat(80),
                "人の町で会を年に生活者本部".repeat(70),
                "NaN -0.0 1e-400 0b1 0o7 １．５ ½ 1/2 ² 0x",
                "eval('1') <%25 #{} @{x} ${{}} [[x]] {%raw%} {{constructor.constructor('x')()}}",
                "*)(uid=*))(|(uid=* admin'/* UNION SELECT 1,2-- ; shutdown",
                "|| ping -c 1 127.0.0.1 || ; id ; `id` & id &",
                "\r\nHTTP/1.1 200 OK\r\n\r\n %0d%0aX: y",
                "%p%p%p%p%08x %1$*1$d %.1000000d {0} {:>99999999}",
                "::1 fe80::1%eth0 http://169.254.169.254/"));
        return texts.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileQueriesAreAnswered(String typed) throws Exception {
        String q = percentEncoded(typed);
        for (String path : List.of(
                "/?q=",
                "/?group=case&sort=population&q=",
                "/api/search?size=100&q=",
                "/api/suggest?q=",
                "/cases/mieruka-h29-01?q=",
                "/cases/mieruka-h29-01/sections/s1/why?q=",
                "/export?format=csv&q=",
                "/cases/mieruka-h29-01/sections/s1/similar?q=",
                "/like?like.population=1000&q=",
                "/charts?q=",
                "/api/cases/mieruka-h29-01/sections/s1/why?q=",
                "/compare?case=mieruka-h29-01&case=mieruka-h29-02&case=mieruka-h29-03&case=mieruka-h29-04&q=")) {
            HttpResponse<String> response = counted(path + q);

            assertThat(response.statusCode()).as("%s%s", path, q).isEqualTo(200);
            assertThat(htmlBody(response)).as("%s%s", path, q).doesNotContain(SCRIPTS);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileParametersAreAnsweredOrRejected(String text) throws Exception {
        String value = percentEncoded(text);
        for (String path : List.of(
                "/?prefecture=",
                "/?year=",
                "/?page=",
                "/?population.min=",
                "/?like.name=",
                "/?off=",
                "/?" + value + "=",
                "/like?like.population=",
                "/compare?case=",
                "/compare/export?format=",
                "/shortlist?item=",
                "/shortlist?item=mieruka-h29-01&note=",
                "/shortlist/export?format=md&item=mieruka-h29-01&note=",
                "/api/like?like.name=",
                "/api/cases/",
                "/api/cases/mieruka-h29-01/sections/",
                "/cases/",
                "/static/",
                "/static/fonts/")) {
            HttpResponse<String> response = counted(path + value);

            assertThat(response.statusCode()).as("%s%s", path, value).isLessThan(500);
            assertThat(response.headers().firstValue("Set-Cookie"))
                    .as("%s%s", path, value)
                    .isEmpty();
            assertThat(response.body()).as("%s%s", path, value).doesNotContain("Exception");
            assertThat(htmlBody(response)).as("%s%s", path, value).doesNotContain(SCRIPTS);
        }
    }

    @Test
    void overlongQueriesAreRejectedAtOnce() throws Exception {
        long before = AllocatedBytes.ofAllThreads();
        String brackets = RawHttp.answer(site, "GET /?q=" + "(".repeat(10_000) + " HTTP/1.1", "Host: localhost");
        String text = RawHttp.answer(site, "GET /?q=" + "%E7%9C%8B".repeat(33_000) + " HTTP/1.1", "Host: localhost");
        long bytes = AllocatedBytes.ofAllThreads() - before;

        assertThat(brackets).startsWith("HTTP/1.1 400 ").contains("キーワードは1,000文字までです（10,000文字ありました）。");
        assertThat(text).startsWith("HTTP/1.1 414 ").contains("アドレスが長すぎる");
        assertThat(bytes).isLessThan(16L << 20);
    }

    /** Returns the body if a browser would render it as HTML; an empty text otherwise. */
    private static String htmlBody(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        boolean page = response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        return page ? response.body() : "";
    }

    private static HttpResponse<String> counted(String path) throws Exception {
        long before = AllocatedBytes.ofAllThreads();
        HttpResponse<String> response = site.get(path);
        long bytes = AllocatedBytes.ofAllThreads() - before;

        COSTLIEST.merge(path.replaceFirst("=[^=]*$", "="), new Costliest(bytes, path), Costliest::max);
        assertThat(bytes).as(path).isLessThan(MAX_BYTES);
        return response;
    }

    private record Costliest(long bytes, String path) {
        Costliest max(Costliest other) {
            return bytes >= other.bytes ? this : other;
        }
    }

    @AfterAll
    static void logCostliest() {
        COSTLIEST.values().stream()
                .sorted(Comparator.comparingLong(Costliest::bytes).reversed())
                .limit(5)
                .forEach(costliest -> LOG.warn("{} MB allocated: {}", costliest.bytes >> 20, costliest.path));
    }

    /** Encodes unpaired surrogates too, as three bytes that are invalid UTF-8. */
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

    private static String percentEncoded(String text) {
        var url = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= 0xD800 && c <= 0xDFFF) {
                byte[] bytes = {(byte) (0xE0 | (c >> 12)), (byte) (0x80 | ((c >> 6) & 63)), (byte) (0x80 | (c & 63))};
                url.append(PERCENT.formatHex(bytes));
            } else {
                url.append(Site.encoded(Character.toString(c)));
            }
        });
        return url.toString();
    }
}
