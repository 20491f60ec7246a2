package tickertape.alerts.webhook;

import java.time.Instant;

/// A firing that is to be sent.
///
/// @param id of the firing
/// @param number of the firing
/// @param body the firing as JSON
/// @param attempts how often it was sent
/// @param due when it is sent next
/// @param giveUp when it is sent for the last time
/// @param place among those of its owner that are due
record Delivery(
        String id,
        long number,
        String owner,
        String alert,
        WebhookUrl url,
        Instant fired,
        String body,
        int attempts,
        Instant due,
        Instant giveUp,
        long place) {

    /// The same, sent once more.
    Delivery claimedUntil(Instant time) {
        return new Delivery(id, number, owner, alert, url, fired, body, attempts + 1, time, giveUp, place);
    }
}
