package tickertape.tape;

/// The whole tape at one moment; immutable, so that a reader sees a batch whole or not at all.
///
/// @param epoch of all positions on it
/// @param shared what everyone may read
/// @param owned what only their owners may read
record Reel(String epoch, SharedLog shared, OwnerLogs owned) {}
