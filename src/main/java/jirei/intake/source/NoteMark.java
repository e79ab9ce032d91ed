package jirei.intake.source;

import java.util.regex.Pattern;

/** Writes the raised number of a note in running text, so that it is no part of the words beside it. Stateless. */
public final class NoteMark {
    /** A raised number with the signs around it. */
    private static final Pattern MARK = Pattern.compile("[(（]?[注*＊※†]*[0-9０-９,、]{0,9}[)）]?");

    private static final Pattern SIGNS = Pattern.compile("[()（）注*＊※†]");
    private static final Pattern LENGTH_UNIT = Pattern.compile("(?:.*[^A-Za-z])?[kcm]?m", Pattern.DOTALL);

    private NoteMark() {}

    /**
     * Returns how a raised text is written: 注1 with a space at the start of a line, （注1） behind other text, and the
     * text itself if it is no mark of a note, as the exponent of a unit.
     *
     * @param before the text of the line before it
     */
    public static String of(CharSequence before, String raised) {
        String stripped = JapaneseText.strip(raised);
        boolean isExponent =
                stripped.matches("[23２３]") && LENGTH_UNIT.matcher(before).matches();
        if (stripped.isEmpty() || isExponent || !MARK.matcher(stripped).matches()) {
            return raised;
        }
        String number = SIGNS.matcher(stripped).replaceAll("");
        String mark = number.isEmpty() ? stripped : "注" + number;
        return before.isEmpty() ? mark + "\u3000" : "（" + mark + "）";
    }
}
