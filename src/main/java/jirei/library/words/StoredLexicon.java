package jirei.library.words;

/**
 * A lexicon file as it was read. Immutable.
 *
 * @param file which file it is
 * @param text its text; malformed bytes are replaced
 * @param version the SHA-256 of its bytes, in hexadecimal
 * @param isBundled whether the corpus has no such file and the bundled one is in force
 */
public record StoredLexicon(LexiconFile file, String text, String version, boolean isBundled) {
    /** Returns the entries. */
    public LexiconTable table() {
        return LexiconTable.of(file, text);
    }
}
