package jirei.web.export;

import java.math.BigDecimal;
import java.util.Optional;
import jirei.cases.Figure;
import org.jspecify.annotations.Nullable;

/** What stands in one field of a table. */
public sealed interface Cell {
    /** Words, which are never anything else, whatever they look like. */
    record Text(String text) implements Cell {}

    /** A number to reckon with. */
    record Amount(BigDecimal value) implements Cell {}

    /** {@code text}. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** {@code number}; empty for null. */
    static Cell of(@Nullable Integer number) {
        return number == null ? new Text("") : new Amount(BigDecimal.valueOf(number));
    }

    /** The value of {@code figure}; empty where there is none. */
    static Cell of(Optional<Figure> figure) {
        return figure.<Cell>map(known -> new Amount(known.value())).orElse(new Text(""));
    }
}
