package tickertape.tape;

/// The whole tape at one moment; immutable, so that a reader sees a batch whole or not at all.
///
/// @param end the offset of the last message, whoever may read it
/// @param shared what everyone may read
/// @param owned what only their owners may read
record Reel(long end, SharedLog shared, OwnerLogs owned) {}
