package tickertape.alerts;

/// How much one user may have.
///
/// @param perUser alerts
/// @param kept firings
record AlertLimits(int perUser, int kept) {}
