package org.lingbao.platform.problem;

/**
 * Carries a problem out of a place that has no return value for it: a malformed parameter, a key that is missing. A
 * refusal of the law is a return value, never this.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
