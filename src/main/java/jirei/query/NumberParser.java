package jirei.query;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses numbers as typed by users: 12,345 or １２３４５, 1.5万, 2万5千人, 38.5％. Stateless. */
public final class NumberParser {
    private static final String DIGITS = "(?:[0-9]{1,12}(?:\\.[0-9]{0,6})?|\\.[0-9]{1,6})";
    private static final Pattern NUMBER = Pattern.compile("(?:(?<hundredMillions>" + DIGITS + ")億)?(?:(?<tenThousands>"
            + DIGITS + ")万)?(?:(?<thousands>" + DIGITS + ")千)?(?<ones>" + DIGITS + ")?"
            + "(?:人|%|ポイント|km2|平方キロ(?:メートル)?|人/km2|か所|[ヶヵケカ箇]所|施設)?");

    private NumberParser() {}

    /** Parses {@code typed}; empty if it is not a number >= 0. Runs in time linear in the length of the text. */
    public static Optional<BigDecimal> parse(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,、]", "");
        Matcher number = NUMBER.matcher(folded);
        if (!folded.matches("[0-9.].*") || !number.matches()) {
            return Optional.empty();
        }
        return Optional.of(term(number, "hundredMillions", 8)
                .add(term(number, "tenThousands", 4))
                .add(term(number, "thousands", 3))
                .add(term(number, "ones", 0)));
    }

    private static BigDecimal term(Matcher number, String group, int exponent) {
        String digits = number.group(group);
        if (digits == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = new BigDecimal(digits).scaleByPowerOfTen(exponent);
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
