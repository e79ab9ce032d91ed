package jirei.engine.backend;

import java.util.List;
import jirei.cases.CaseStudy;

/**
 * A case as the index holds it. Immutable.
 *
 * @param caseStudy the case
 * @param sections its sections in reading order, without scores
 */
public record StoredCase(CaseStudy caseStudy, List<BackendHit> sections) {
    /** Takes a copy. */
    public StoredCase {
        sections = List.copyOf(sections);
    }
}
