package id.hadir.gateway.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** There is no account, and no fitting password for the first one. */
class NoAdminPassword extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoAdminPassword() {
        super("There is no account yet, and no fitting password for the first one, 'admin'.");
    }

    /** Says so in two lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoAdminPassword> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NoAdminPassword cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set HADIR_ADMIN_PASSWORD (8 characters or more, 72 bytes at most) for this"
                            + " first start.",
                    cause);
        }
    }
}
