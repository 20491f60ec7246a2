package tickertape.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tickertape.history.BarSpan.Ended;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// A book of bars from noon on, by seconds, and the bars that have ended in it.
final class BarBookRun {

    static final Symbol ACME = new Symbol("ACME");
    static final BarCalendar CALENDAR = new BarCalendar(ZoneId.of("America/New_York"));
    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final BarBook book = new BarBook(ACME, CALENDAR);
    private final List<Ended> ended = new ArrayList<>();

    BarBook book() {
        return book;
    }

    void trade(double second, String price, String size) {
        book.trade(time(second), new BigDecimal(price), new BigDecimal(size));
        take();
    }

    /// A quote that says so, and that something was heard just then.
    void status(double second, QuoteStatus status) {
        book.status(time(second), status, time(second), null);
    }

    void at(double second) {
        book.advance(time(second));
        take();
    }

    private void take() {
        book.takeEnded().forEach(one -> ended.add(one.ended()));
    }

    static Instant time(double second) {
        return NOON.plusMillis(Math.round(second * 1000));
    }

    List<Ended> ended() {
        return ended;
    }

    List<Bar> bars(Interval interval) {
        return ended.stream()
                .filter(one -> one.interval() == interval && one.bar() != null)
                .map(Ended::bar)
                .toList();
    }

    List<Bar> minutes() {
        return bars(Interval.MINUTE);
    }
}
