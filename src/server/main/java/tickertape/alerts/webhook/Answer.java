package tickertape.alerts.webhook;

import java.time.Duration;

/// What came of one attempt to send something.
sealed interface Answer {

    /// The receiver has answered.
    ///
    /// @param pause how long it wants to be left alone; zero if it has not said
    record Status(int code, Duration pause) implements Answer {

        private static final int OK = 200;
        private static final int REDIRECT = 300;
        private static final int ERROR = 400;
        private static final int GONE = 410;

        boolean isSuccess() {
            return code >= OK && code < REDIRECT;
        }

        boolean isGone() {
            return code == GONE;
        }

        String inWords() {
            return code >= REDIRECT && code < ERROR
                    ? "the receiver answered %s, and redirects are not followed".formatted(code)
                    : "the receiver answered %s".formatted(code);
        }
    }

    /// There is no answer.
    ///
    /// @param reason for its owner to read
    record Failure(String reason) implements Answer {

        private static final int LONGEST = 200;

        public Failure {
            reason = reason.substring(0, Math.min(LONGEST, reason.length()));
        }
    }
}
