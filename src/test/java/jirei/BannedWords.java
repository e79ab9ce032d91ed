package jirei;

import java.util.regex.Pattern;

/** The words that comments and documents do not use. */
final class BannedWords {
    static final Pattern PATTERN = Pattern.compile(
            "\\b(?:stands?|stood|whoever|whatever|asks?|asked|asking|tells?|told|telling|mends?|mended|journeys?|glance"
                    + "|(?:is|are|be|was|were) looked for|looks? for|by and by|at hand|what is [a-z]+ of)\\b",
            Pattern.CASE_INSENSITIVE);

    private BannedWords() {}
}
