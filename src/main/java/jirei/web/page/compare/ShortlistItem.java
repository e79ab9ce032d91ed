package jirei.web.page.compare;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a shortlist: a section, or a case as a whole.
 *
 * @param caseId the case
 * @param sectionId the section; null for the case as a whole
 * @param note what somebody noted about it; may be empty
 */
public record ShortlistItem(String caseId, @Nullable String sectionId, String note) {
    /** As it stands in URLs: the case's id, with a slash and the section's id behind it where it is a section. */
    public String key() {
        return sectionId == null ? caseId : caseId + "/" + sectionId;
    }
}
