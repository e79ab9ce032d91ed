package jirei.web;

import java.io.Serial;

/** A request can't be answered. */
final class ProblemException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
