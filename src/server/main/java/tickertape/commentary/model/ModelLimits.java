package tickertape.commentary.model;

import java.time.Duration;

/// How much a model writes.
///
/// @param atOnce how many texts at once
/// @param textTokens how many tokens a text has at most
/// @param patience how long it may say nothing
record ModelLimits(int atOnce, int textTokens, Duration patience) {

    /// How long a text waits for its turn.
    Duration turn() {
        return patience.dividedBy(2);
    }
}
