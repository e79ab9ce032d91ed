package jirei.web.request;

import io.javalin.http.Context;
import java.io.IOException;
import jirei.cases.CaseStudy;
import jirei.query.SearchRequest;
import jirei.search.HitExplanation;
import jirei.search.SearchEngine;

/** A section as a URL names it, by {@code {id}} and {@code {section}}. */
public record SectionPath(String caseId, String sectionId) {
    public static SectionPath of(Context context) {
        return new SectionPath(context.pathParam("id"), context.pathParam("section"));
    }

    /** This, which {@code caseStudy} must have. */
    public SectionPath in(CaseStudy caseStudy) throws ProblemException {
        if (caseStudy.section(sectionId).isEmpty()) {
            throw new ProblemException(Problem.noSuchSection(caseId, sectionId));
        }
        return this;
    }

    /** Why this answers {@code request}. */
    public HitExplanation explain(SearchEngine engine, SearchRequest request) throws IOException, ProblemException {
        CaseStudy caseStudy =
                engine.caseStudy(caseId).orElseThrow(() -> new ProblemException(Problem.noSuchCase(caseId)));
        in(caseStudy);
        return engine.explain(request, caseId, sectionId)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(caseId, sectionId)));
    }
}
