package jirei.web.request;

import java.io.Serial;

/** Thrown if a request fails for a reason that is reported to the client. Immutable. */
public final class ProblemException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final int retrySeconds;

    public ProblemException(Problem problem) {
        this(problem, 0);
    }

    /**
     * @param retrySeconds the number of seconds after which the request may succeed; 0 if unknown
     */
    public ProblemException(Problem problem, int retrySeconds) {
        super(problem.detail());
        this.problem = problem;
        this.retrySeconds = retrySeconds;
    }

    public Problem problem() {
        return problem;
    }

    /** The number of seconds after which the request may succeed; 0 if unknown. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
