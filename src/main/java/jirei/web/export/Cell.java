package jirei.web.export;

import java.math.BigDecimal;
import java.util.Optional;
import jirei.cases.Figure;
import org.jspecify.annotations.Nullable;

/** The value of a table field. Immutable. */
public sealed interface Cell {
    /** Text. A spreadsheet must never interpret it as a number or a formula. */
    record Text(String text) implements Cell {}

    /** A number. */
    record Numeric(BigDecimal value) implements Cell {}

    /** A URL, which spreadsheets open. */
    record Link(String url) implements Cell {}

    /** Returns {@code text} as a cell. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** Returns {@code number} as a cell; an empty cell for null. */
    static Cell of(@Nullable Integer number) {
        return number == null ? new Text("") : new Numeric(BigDecimal.valueOf(number));
    }

    /** Returns the value of {@code figure} as a cell; an empty cell if there is none. */
    static Cell of(Optional<Figure> figure) {
        return figure.<Cell>map(known -> new Numeric(known.value())).orElse(new Text(""));
    }
}
