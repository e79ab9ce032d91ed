package jirei.intake.separation;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Where the cases of a document start, as the user wants it. Immutable. */
public sealed interface SplitRule {
    /** At the signs that repeat. */
    SplitRule AUTOMATIC = new Automatic();

    /** At the signs that repeat. Immutable. */
    record Automatic() implements SplitRule {}

    /** Nowhere: a document is one case. Immutable. */
    record Never() implements SplitRule {}

    /** On each page or slide. Immutable. */
    record EachPage() implements SplitRule {}

    /** In each row of the tables, below a row of labels. Immutable. */
    record EachRow() implements SplitRule {}

    /**
     * At each short line in which {@code pattern} is found. Immutable.
     *
     * @param pattern the pattern of a line
     */
    record EachMatch(Pattern pattern) implements SplitRule {}

    /**
     * Returns the rule with the name {@code text}: auto, none, page, rows or else a regular expression.
     *
     * @throws PatternSyntaxException if the regular expression is invalid
     */
    static SplitRule of(String text) {
        return switch (text) {
            case "", "auto" -> AUTOMATIC;
            case "none" -> new Never();
            case "page" -> new EachPage();
            case "rows" -> new EachRow();
            default -> new EachMatch(Pattern.compile(text));
        };
    }
}
