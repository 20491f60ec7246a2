package browser;

/// What a scripted server does with an order: it takes it; takes it, but never answers; or cuts the connection, before
/// it
/// takes it or after.
enum TradingAnswer {
    TAKEN,
    UNANSWERED,
    CUT_BEFORE,
    CUT_AFTER
}
