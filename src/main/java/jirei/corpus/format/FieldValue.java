package jirei.corpus.format;

import java.util.List;
import java.util.Map;

/** A value of YAML or JSON with the line of its key, the common model of both case file formats. Immutable. */
sealed interface FieldValue {
    /** Returns the line of the key, or of the value if it has no key, from 1 in the file. */
    int line();

    /**
     * A string, a number or a boolean.
     *
     * @param text the value as typed
     */
    record Scalar(int line, String text) implements FieldValue {}

    /** A missing, null or empty value. */
    record Nothing(int line) implements FieldValue {}

    /** A list. */
    record Items(int line, List<FieldValue> values) implements FieldValue {}

    /**
     * An object.
     *
     * @param values the values by name, in file order
     */
    record Fields(int line, Map<String, FieldValue> values) implements FieldValue {}
}
