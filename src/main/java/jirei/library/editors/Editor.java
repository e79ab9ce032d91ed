package jirei.library.editors;

/**
 * A person who may change cases and documents. Immutable.
 *
 * @param name the name as in the file of editors, as given by a proxy, or of the user of the operating system
 */
public record Editor(String name) {
    /** In UTF-16 code units. */
    private static final int MAX_NAME_LENGTH = 64;

    /**
     * @throws IllegalArgumentException if {@code name} is not a {@linkplain #isName name}
     */
    public Editor {
        if (!isName(name)) {
            throw new IllegalArgumentException("editor name must be 1 to " + MAX_NAME_LENGTH
                    + " characters without colons and control characters, got \"" + name + "\"");
        }
    }

    /**
     * Whether {@code text} can be the name of an editor: 1 to 64 characters without space at its ends, without colons,
     * which end a name in the file, and without control and format characters, which could disguise it.
     */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_NAME_LENGTH
                && text.equals(text.strip())
                && !text.startsWith("#")
                && text.codePoints().allMatch(Editor::isOfName);
    }

    private static boolean isOfName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != ':';
        };
    }
}
