package jirei.corpus.format;

import java.util.List;
import java.util.Map;

/** A value of a YAML or JSON text with the line of its key: what the two forms of a case file have in common. */
sealed interface FieldValue {
    /** The line of the key, or of the value itself where it has none, from 1 in its file. */
    int line();

    /**
     * A text, a number or a truth value.
     *
     * @param text the value as typed
     */
    record Scalar(int line, String text) implements FieldValue {}

    /** A value left empty. */
    record Nothing(int line) implements FieldValue {}

    /** A list. */
    record Items(int line, List<FieldValue> values) implements FieldValue {}

    /**
     * Named values.
     *
     * @param values the values by name, in the order of the file
     */
    record Fields(int line, Map<String, FieldValue> values) implements FieldValue {}
}
