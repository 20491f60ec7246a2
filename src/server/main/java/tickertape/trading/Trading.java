package tickertape.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.store.Database;
import tickertape.trading.board.Prices;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.TimeInForce;
import tickertape.trading.store.Command;
import tickertape.trading.store.Outcome;
import tickertape.trading.store.Participant;
import tickertape.trading.store.Submission;
import tickertape.trading.store.TradingWorker;
import tickertape.web.ProblemException;
import tickertape.wire.Quote;

/// The one door to the market, for people and for the players of the house. Safe for any thread.
record Trading(
        TradingWorker worker,
        Database database,
        Market market,
        Prices prices,
        boolean shortSelling,
        ZoneId zone,
        InstantSource clock) {

    private static final int RETRY_SECONDS = 1;

    /// Hands in an order.
    ///
    /// @return what comes of it, when it is on the disk; a `ProblemException` if it makes no sense
    Submission place(Participant who, String clOrdId, OrderTerms terms) {
        Optional<Instrument> instrument =
                market.instrument(terms.symbol()).filter(found -> found.scale() <= Decimals.MOST);
        Optional<Objection> objection = objection(terms, instrument);
        Submission placed = submit(new Command.Place(
                who,
                clOrdId,
                terms,
                reservePx(terms, instrument),
                shortSelling && !who.account().startsWith(TradingBeans.HOUSE),
                terms.timeInForce() == TimeInForce.DAY ? endOfDay() : null,
                objection.map(Objection::reason).orElse(OrderReason.NONE)));
        return objection.map(each -> placed.map(each::check)).orElse(placed);
    }

    /// Why an order can't be taken now. The books have the last word: an order of this name may be there already.
    private record Objection(OrderReason reason, ProblemException problem) {

        static Objection of(OrderReason reason, String detail) {
            return new Objection(reason, Refusals.of(reason, detail));
        }

        Outcome check(Outcome outcome) {
            if (outcome.equals(new Outcome.Refused(reason))) {
                throw problem;
            }
            return outcome;
        }
    }

    private Optional<Objection> objection(OrderTerms terms, Optional<Instrument> instrument) {
        if (instrument.isEmpty()) {
            return Optional.of(Objection.of(OrderReason.UNKNOWN_SYMBOL, "there is no instrument " + terms.symbol()));
        }
        Optional<Objection> offGrid = Stream.of(
                        offGrid("price", terms.price(), instrument.get()),
                        offGrid("stopPx", terms.stopPx(), instrument.get()))
                .flatMap(Optional::stream)
                .findFirst();
        boolean isInVain =
                prices.isOver() && terms.ordType() == OrdType.MARKET && terms.timeInForce() == TimeInForce.DAY;
        return isInVain ? Optional.of(Objection.of(OrderReason.CLOSED, OrderReason.CLOSED.words())) : offGrid;
    }

    /// Cancels an order of an account.
    Submission cancel(String account, long order) {
        return submit(new Command.Cancel(account, order));
    }

    // Who waits for a database that takes no rows holds a thread, and what trades in the end, trades at other prices.
    private Submission submit(Command command) {
        if (!isOpen()) {
            throw Submission.notTaken();
        }
        return worker.submit(command)
                .orElseThrow(() -> ProblemException.unavailable("too many orders wait", RETRY_SECONDS));
    }

    /// Whether the books can be written.
    boolean isOpen() {
        return database.isWritable();
    }

    private static Optional<Objection> offGrid(String field, @Nullable BigDecimal price, Instrument instrument) {
        return Optional.ofNullable(price)
                .filter(each -> each.remainder(instrument.tickSize()).signum() != 0)
                .map(each -> Objection.of(
                        OrderReason.OFF_GRID,
                        "%s of %s is a multiple of %s, not %s"
                                .formatted(
                                        field,
                                        instrument.symbol(),
                                        instrument.tickSize().toPlainString(),
                                        each.toPlainString())));
    }

    // What a market order comes to is known when it trades: until then, what it would come to now.
    private BigDecimal reservePx(OrderTerms terms, Optional<Instrument> instrument) {
        if (terms.price() != null) {
            return terms.price();
        }
        if (terms.stopPx() != null) {
            return terms.stopPx();
        }
        BigDecimal now = prices.quote(terms.symbol())
                .map(shown -> price(shown, terms.isBuy()))
                .or(() -> instrument.map(Instrument::referencePrice))
                .orElse(BigDecimal.ZERO);
        return Decimals.tidy(now.max(BigDecimal.ZERO));
    }

    private static BigDecimal price(Quote quote, boolean buys) {
        BigDecimal price = buys ? quote.ask() : quote.bid();
        return price == null ? quote.last() : price;
    }

    // What comes after the close is for the next day.
    private Instant endOfDay() {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(prices.isOver() ? 2 : 1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
