package tickertape.tape;

/// The whole tape at one moment; immutable, so that a reader sees a batch whole or not at all.
///
/// @param shared what everyone may read
/// @param owned what only their owners may read
record Reel(SharedLog shared, OwnerLogs owned) {}
