package jirei.web.request;

import io.javalin.http.Context;
import java.io.IOException;
import jirei.cases.CaseStudy;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HitExplanation;
import jirei.search.SearchEngine;

/**
 * The path parameters {@code {id}} and {@code {section}} of a section. Immutable.
 *
 * @param caseId the case id
 * @param sectionId the section id
 */
public record SectionPath(String caseId, String sectionId) {
    public static SectionPath of(Context context) {
        return new SectionPath(context.pathParam("id"), context.pathParam("section"));
    }

    /**
     * Returns this path.
     *
     * @throws ProblemException if {@code caseStudy} has no such section
     */
    public SectionPath requireIn(CaseStudy caseStudy) throws ProblemException {
        if (caseStudy.section(sectionId).isEmpty()) {
            throw new ProblemException(Problem.noSuchSection(caseId, sectionId));
        }
        return this;
    }

    /**
     * Explains why the section matches {@code request}.
     *
     * @throws ProblemException if there is no such section
     */
    public HitExplanation explain(SearchEngine engine, SearchRequest request, Deadline deadline)
            throws IOException, ProblemException {
        CaseStudy caseStudy =
                engine.caseStudy(caseId).orElseThrow(() -> new ProblemException(Problem.noSuchCase(caseId)));
        requireIn(caseStudy);
        return engine.explain(request, caseId, sectionId, deadline)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(caseId, sectionId)));
    }
}
