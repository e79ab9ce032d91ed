package jirei.engine.backend;

import java.util.List;
import jirei.cases.CaseStudy;

/**
 * A case loaded from the index. Immutable.
 *
 * @param caseStudy the case
 * @param sections its sections in reading order, without scores
 */
public record StoredCase(CaseStudy caseStudy, List<BackendHit> sections) {
    /** Copies the list. */
    public StoredCase {
        sections = List.copyOf(sections);
    }
}
