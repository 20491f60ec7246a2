package tickertape.alerts.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A firing that could not be sent.
///
/// @param id of the firing
/// @param alert the id of the alert
/// @param url where it was to go
/// @param fired when it fired
/// @param attempts how often it was sent
/// @param lastAttempt null if never
/// @param status that the receiver answered last; null if it did not answer
/// @param reason why it was given up, for people
/// @param time when it was given up
public record DeadLetter(
        String id,
        String alert,
        String url,
        Instant fired,
        int attempts,
        @Nullable Instant lastAttempt,
        @Nullable Integer status,
        String reason,
        Instant time) {}
