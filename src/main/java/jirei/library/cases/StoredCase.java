package jirei.library.cases;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.corpus.text.Sha256;

/**
 * A case file as it was read. Immutable.
 *
 * @param id the id of the case
 * @param file the case file
 * @param text the text of the file
 * @param isPublished whether the file is part of the corpus, and the case is found by searches
 */
public record StoredCase(String id, Path file, String text, boolean isPublished) {
    private static final Pattern SOURCE_HASH = Pattern.compile("(?m)^  sha256: \"?([0-9a-f]{64})\"?\\s*$");

    /** A line that starts a section; in a text, such a line has a backslash. */
    private static final Pattern SECTION = Pattern.compile("(?m)^#{2,6}[ \\t]");

    /** Returns the version: the SHA-256 of the text, in hexadecimal. */
    public String version() {
        return Sha256.of(text);
    }

    /** Returns the SHA-256 of the source document; empty if the case names none. */
    public Optional<String> sourceHash() {
        Matcher hash = SOURCE_HASH.matcher(text);
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }

    /** Returns the number of its sections, also if the file is invalid. */
    public int sectionCount() {
        return (int) SECTION.matcher(text).results().count();
    }

    /** Returns whether the case is a line of a JSON Lines file, and no file of its own. */
    public boolean isLine() {
        return !file.toString().toLowerCase(Locale.ROOT).endsWith(CaseFiles.EXTENSION);
    }
}
