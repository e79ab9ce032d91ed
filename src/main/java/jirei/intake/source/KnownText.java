package jirei.intake.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text files that are no documents, each with a remedy for the user. Immutable. */
public enum KnownText {
    /** A web page with its pictures in one file. */
    WEB_ARCHIVE("Webページの保存形式（mht）", "HTML か PDF で保存し直してください"),
    /** An e-mail. */
    MAIL("電子メール（eml）", "本文をテキストで、添付の文書はそのまま保存してから取り込んでください"),
    /** A shortcut to a web page. */
    SHORTCUT("Webページへのショートカット（URL）", "そのページを HTML か PDF で保存してから取り込んでください"),
    /** A list of addresses of web pages. */
    ADDRESSES("URL（アドレス）の一覧", "それぞれの文書を保存してから取り込んでください"),
    /** Appointments or business cards. */
    CALENDAR("予定表か連絡先のデータ", "文章をテキストで保存してから取り込んでください");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]*:(?:\\s.*)?");
    private static final Set<String> MAIL_HEADERS = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "content-type",
            "delivered-to",
            "reply-to",
            "sender",
            "x-mailer");
    private static final int MIN_MAIL_HEADERS = 3;
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://[\\x21-\\x7E]+");
    private static final double MIN_ADDRESS_LINES = 0.7;
    /** Maximum length of the text beside an address, such as the title of the page. */
    private static final int MAX_LABEL_LENGTH = 60;

    private final String label;
    private final String remedy;

    KnownText(String label, String remedy) {
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
     * Returns the kind of a text file; empty if it may be a document.
     *
     * @param head the start of the text
     */
    public static Optional<KnownText> of(String head) {
        String start = head.replaceFirst("^[\\s\uFEFF]+", "");
        if (start.startsWith("[InternetShortcut]")) {
            return Optional.of(SHORTCUT);
        }
        if (start.startsWith("BEGIN:VCALENDAR") || start.startsWith("BEGIN:VCARD")) {
            return Optional.of(CALENDAR);
        }
        if (isMail(start)) {
            boolean isPage =
                    start.contains("multipart/related") && start.contains("text/html") && !start.contains("Received:");
            return Optional.of(isPage ? WEB_ARCHIVE : MAIL);
        }
        return isListOfAddresses(start) ? Optional.of(ADDRESSES) : Optional.empty();
    }

    /** Returns whether the text starts with the headers of an e-mail; a first line {@code From } is that of a mailbox. */
    private static boolean isMail(String start) {
        Set<String> headers = start.lines()
                .skip(start.startsWith("From ") ? 1 : 0)
                .takeWhile(line -> HEADER.matcher(line).matches() || line.startsWith(" ") || line.startsWith("\t"))
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .filter(MAIL_HEADERS::contains)
                .collect(Collectors.toSet());
        return headers.size() >= MIN_MAIL_HEADERS;
    }

    private static boolean isListOfAddresses(String text) {
        List<String> lines = text.lines()
                .map(JapaneseText::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        long addresses =
                lines.stream().filter(line -> ADDRESS.matcher(line).find()).count();
        boolean hasText = lines.stream()
                .map(line -> ADDRESS.matcher(line).replaceAll(""))
                .anyMatch(line -> line.length() > MAX_LABEL_LENGTH || JapaneseText.endsSentence(line));
        boolean isMost = addresses >= MIN_ADDRESS_LINES * lines.size();
        boolean isTitled = 2 * addresses + 1 >= lines.size() && addresses > 1; // each has a title
        return addresses > 0 && !hasText && (isMost || isTitled);
    }
}
