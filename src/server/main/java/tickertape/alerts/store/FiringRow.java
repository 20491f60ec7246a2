package tickertape.alerts.store;

import java.time.Instant;

/// A firing as it is kept.
///
/// @param body the firing as JSON: it is never written anew
public record FiringRow(String id, long number, String owner, String alert, Instant fired, String body) {}
