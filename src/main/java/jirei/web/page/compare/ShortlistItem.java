package jirei.web.page.compare;

import org.jspecify.annotations.Nullable;

/**
 * An item of a shortlist: a section or a whole case. Immutable.
 *
 * @param caseId the case
 * @param sectionId the section; null for the whole case
 * @param note the note of the reader; may be empty
 */
public record ShortlistItem(String caseId, @Nullable String sectionId, String note) {
    /** The key in URLs: the case id, for a section followed by a slash and the section id. */
    public String key() {
        return sectionId == null ? caseId : caseId + "/" + sectionId;
    }
}
