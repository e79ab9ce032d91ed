package jirei.library.words;

import java.util.List;

/**
 * An entry of a lexicon file, one line. Immutable.
 *
 * @param line its line, from 1; 0 if it is not in the file
 * @param values the values of the columns of the file; the words of a list are separated by 、
 * @param note the comment behind it; may be empty
 */
public record LexiconEntry(int line, List<String> values, String note) {
    public LexiconEntry {
        values = List.copyOf(values);
    }

    /** Returns whether a value or the note contains {@code text}. */
    boolean contains(String text) {
        return note.contains(text) || values.stream().anyMatch(value -> value.contains(text));
    }

    /** Returns this entry in another line. */
    LexiconEntry at(int newLine) {
        return new LexiconEntry(newLine, values, note);
    }
}
