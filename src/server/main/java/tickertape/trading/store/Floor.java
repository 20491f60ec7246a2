package tickertape.trading.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.trading.matching.Match;
import tickertape.trading.matching.Matcher;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.TimeInForce;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// What the worker knows of the books and of the market: the open orders and the newest quotes. What is new is told to
/// the listener once it is on the disk. One thread uses it.
final class Floor {

    /// How often it looks for orders whose day is over.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ChangeListener listener;
    private final InstantSource clock;
    private final List<Changes> news = new ArrayList<>();
    private final Map<Symbol, QuoteStatus> statuses = new HashMap<>();
    private final ShortPositions owed = new ShortPositions();
    private Matcher matcher = new Matcher();
    private @Nullable Changes known;

    /// When the market has closed last, as far as this server has seen it.
    private Optional<Instant> closed = Optional.empty();

    private Instant look = Instant.EPOCH;

    Floor(ChangeListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    boolean isKnown() {
        return known != null;
    }

    long revision() {
        return known == null ? 0 : known.revision();
    }

    String season() {
        return known == null ? "" : known.season();
    }

    Instant seasonBegin() {
        return known == null ? Instant.EPOCH : known.seasonBegin();
    }

    void take(Changes changes) {
        if (changes.isWhole()) {
            matcher = matcher.withoutOrders();
        }
        changes.orders().forEach(matcher::put);
        owed.take(changes);
        known = changes;
        news.add(changes);
    }

    /// Learns what others have written, and all anew where that is another season.
    void catchUp(ChangeReader reader) {
        String before = season();
        if (isKnown()) {
            take(reader.since(revision()));
        }
        if (!isKnown() || !season().equals(before)) {
            take(reader.all());
        }
    }

    /// Takes what the market has brought.
    ///
    /// @param matches whether this server is the one that matches
    /// @return what ends by it, and what the house buys in
    List<Command> take(QuoteBox.News market, boolean matches) {
        var waiting = new ArrayList<Order>();
        var next = new ArrayList<Command>();
        for (Quote quote : market.quotes()) {
            matcher.quote(quote);
            next.addAll(matches ? owed.due(quote) : List.of());
            if (statuses.put(quote.symbol(), quote.status()) != quote.status()) {
                waiting.addAll(matcher.open(quote.symbol()));
            }
        }
        if (!waiting.isEmpty()) {
            listener.waits(waiting);
        }
        market.closed().ifPresent(this::close);
        next.addAll(expired());
        return next;
    }

    private void close(Instant time) {
        closed = Optional.of(time);
        look = Instant.EPOCH;
    }

    private List<Command> expired() {
        Instant now = clock.instant();
        if (now.isBefore(look) && now.isAfter(look.minus(PAUSE))) {
            return List.of();
        }
        look = now.plus(PAUSE);
        return matcher.open().stream()
                .filter(order -> order.terms().timeInForce() == TimeInForce.DAY)
                .filter(order -> isOver(order, now)
                        || closed.filter(order.created()::isBefore).isPresent())
                .<Command>map(order -> new Command.Expire(order.id(), OrderReason.END_OF_DAY))
                .toList();
    }

    private static boolean isOver(Order order, Instant now) {
        Instant expires = order.expires();
        return expires != null && !expires.isAfter(now);
    }

    List<Match> matches() {
        return matcher.matches();
    }

    /// Learns what has come of a command.
    void came(Command command, Outcome outcome) {
        if (!(command instanceof Command.Apply(var match))) {
            return;
        }
        switch (outcome) {
            case Outcome.Changed(Order order) -> {
                if (match instanceof Match.Trade) {
                    matcher.traded(
                            order.terms().symbol(),
                            order.terms().side(),
                            order.cumQty() - match.order().cumQty());
                }
            }
            case Outcome.Unchanged(Order order) -> matcher.put(order);
            case Outcome.Unknown _ -> forget(match.order());
            case Outcome.Placed _, Outcome.Refused _, Outcome.Done _ -> {}
        }
    }

    /// An order that can't be what it seems: it is not tried again.
    void forget(Order order) {
        matcher.put(order.canceled(OrderReason.NONE, clock.instant()));
    }

    boolean hasNews() {
        return !news.isEmpty();
    }

    void tell() {
        List<Changes> told = List.copyOf(news);
        news.clear();
        told.forEach(listener::changed);
    }

    void turned() {
        listener.turned();
    }
}
