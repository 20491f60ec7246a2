package tickertape.trading.board;

import java.math.BigDecimal;
import java.time.Instant;

/// A point of the equity curve, as clients see it.
public record EquityPoint(Instant time, BigDecimal equity) {}
