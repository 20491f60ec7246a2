package tickertape.market.feed;

import java.time.Duration;

/// What is known of a recording beside what its file says.
///
/// @param symbol of the trades where the file names none
/// @param currency of the prices, an ISO 4217 code
/// @param negative whether prices may be zero or negative
/// @param disorder how far a trade may lie behind one that is before it in the file
record RecordingFormat(String symbol, String currency, boolean negative, Duration disorder) {}
