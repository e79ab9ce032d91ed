package jirei.web.request;

import java.io.Serial;

/** Thrown if a request fails for a reason that is reported to the client. Immutable. */
public final class ProblemException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
