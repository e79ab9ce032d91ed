package jirei.web;

import jirei.library.Library;
import jirei.library.editors.AuditLog;
import jirei.library.pages.OriginalPages;
import jirei.web.handler.CaseTimes;
import jirei.web.words.WordParts;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a server shows, beside the cases of its engine. Immutable.
 *
 * @param originals the pages of the originals
 * @param library the library that editors use; null for a server without one
 * @param log the record of changes; null for a server without a library
 * @param words the lexicon that editors change; null for a server whose editors cannot
 * @param times when the cases of the engine were written
 */
public record ServedDocuments(
        OriginalPages originals,
        @Nullable Library library,
        @Nullable AuditLog log,
        @Nullable WordParts words,
        CaseTimes times) {
    /** The documents of a server whose cases were written at an unknown time. */
    public ServedDocuments(
            OriginalPages originals, @Nullable Library library, @Nullable AuditLog log, @Nullable WordParts words) {
        this(originals, library, log, words, CaseTimes.UNKNOWN);
    }

    /** The documents of a server whose editors cannot change the lexicon. */
    public ServedDocuments(OriginalPages originals, @Nullable Library library, @Nullable AuditLog log) {
        this(originals, library, log, null);
    }
}
