package tickertape.history;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.web.ProblemException;
import tickertape.web.rest.ProcessorGate;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The bars of all symbols, from memory and from the database together. Safe for any thread.
final class Candles {

    private static final int RETRY_SECONDS = 5;
    private static final int SOON_SECONDS = 1;

    private final boolean enabled;
    private final boolean recorded;
    private final Market market;
    private final BookViews views;
    private final DelayedBars delayed;
    private final BarReader reader;
    private final InstrumentIds ids;
    private final Database database;
    // Its own, because a database that stalls must not hold up who asks for prices.
    private final ProcessorGate gate;

    /// @param enabled whether there is a history at all
    /// @param recorded whether the market is a recording
    /// @param places how many requests may use the database at once, or wait for that
    Candles(
            boolean enabled,
            boolean recorded,
            Market market,
            BookViews views,
            DelayedBars delayed,
            BarReader reader,
            InstrumentIds ids,
            Database database,
            int places) {
        this.enabled = enabled;
        this.recorded = recorded;
        this.market = market;
        this.views = views;
        this.delayed = delayed;
        this.reader = reader;
        this.ids = ids;
        this.database = database;
        gate = ProcessorGate.ofThisMachine(places, RETRY_SECONDS);
    }

    /// The zone in which days and weeks begin.
    ZoneId zone() {
        return reader.calendar().zone();
    }

    /// Whether a later start may replace bars that have ended.
    boolean isRecorded() {
        return recorded;
    }

    /// The bars of a symbol; throws `ProblemException` 404 if there is none of that name, and 503 while the database is
    /// away, or what was before the start has not been read yet. Seconds need no database.
    ///
    /// @param late whether the caller sees prices late
    CandlePage page(Symbol symbol, CandleQuery query, boolean late) {
        if (!enabled) {
            throw new ProblemException(Status.NOT_FOUND, "this server keeps no history (history.enabled)");
        }
        Instrument instrument =
                market.instrument(symbol).orElseThrow(() -> ProblemException.noInstrument(symbol.text()));
        try {
            return page(instrument, query, late);
        } catch (DatabaseException failure) {
            throw failure.isAway() ? away() : slow();
        }
    }

    private static ProblemException slow() {
        return ProblemException.unavailable(
                "the history is locked, or took too long: ask again, or for less", RETRY_SECONDS);
    }

    private static ProblemException away() {
        return ProblemException.unavailable("the database is away, and with it the history", RETRY_SECONDS);
    }

    private CandlePage page(Instrument instrument, CandleQuery query, boolean late) {
        // First the memory: what ends later is not to be found in the database.
        BookView now = views.of(instrument.symbol()).orElseThrow(Candles::notRead);
        BookView view = late ? delayed.view(instrument.symbol(), query.interval(), now) : now;
        var search = new Search(instrument, query, view);
        if (query.interval() == Interval.SECOND) {
            return search.inMemory();
        }
        // What was before the start is in the view, or it is not; that the database has it by now is no help.
        if (!view.complete()) {
            throw database.available() ? notRead() : away();
        }
        return gate.compute(() -> database.query(search::inBoth));
    }

    private static ProblemException notRead() {
        return ProblemException.unavailable("the history is not read yet", SOON_SECONDS);
    }

    /// One request, over one view.
    private final class Search {

        private final Instrument instrument;
        private final CandleQuery query;
        private final BookView view;
        private final BookView.Span span;
        private final Instant from;
        private final Instant to;
        private final boolean last;
        private final boolean owing = views.isOwing();

        Search(Instrument instrument, CandleQuery query, BookView view) {
            this.instrument = instrument;
            this.query = query;
            this.view = view;
            span = view.span(query.interval());
            from = query.from().orElse(Instant.MIN);
            to = query.to().orElse(Instant.MAX);
            last = query.from().isEmpty();
        }

        CandlePage inMemory() {
            return page(new BarReader.Stretch(List.of(), false, false));
        }

        CandlePage inBoth(Connection connection) throws SQLException {
            Optional<Integer> found = ids.find(connection, instrument.symbol());
            if (found.isEmpty() && owing) {
                // Another server writes, and does not have it.
                return inMemory();
            }
            int id = found.orElseThrow(Candles::notRead);
            Instant bound = span.until().isBefore(to) ? span.until() : to;
            // One more than wanted tells whether there are others.
            var request = new BarReader.Request(
                    id, instrument.scale(), query.interval(), from, bound, last, query.limit() + 1);
            return page(reader.read(connection, request, span.until()));
        }

        private CandlePage page(BarReader.Stretch stored) {
            List<Bar> all = merged(stored.bars());
            int surplus = Math.max(0, all.size() - query.limit());
            List<Bar> bars = last ? all.subList(surplus, all.size()) : all.subList(0, all.size() - surplus);
            Instant first =
                    bars.isEmpty() ? (last ? to : from) : bars.getFirst().start();
            Instant next = bars.isEmpty()
                    ? first
                    : reader.calendar().end(query.interval(), bars.getLast().start());
            boolean older = stored.older() || (last && surplus > 0) || isInMemory(Instant.MIN, first);
            boolean followed = stored.newer() || (!last && surplus > 0) || isInMemory(next, Instant.MAX);
            // A silence may have begun in the last bar of all, and is noticed later.
            boolean closed = isClosed(!last && surplus > 0 ? next : to) && (followed || bars.isEmpty());
            // Whoever keeps a closed page can go on from it later, when there may be more.
            boolean newer = closed || followed;
            return new CandlePage(
                    candles(bars),
                    view.position(),
                    closed,
                    view.version(),
                    older ? Optional.of(query.before(first)) : Optional.empty(),
                    newer ? Optional.of(query.since(next)) : Optional.empty());
        }

        private boolean isInMemory(Instant least, Instant bound) {
            return isForming(least, bound) || span.recent().hasBetween(least, bound);
        }

        private boolean isForming(Instant least, Instant bound) {
            Bar forming = span.forming();
            return forming != null
                    && !forming.start().isBefore(least)
                    && forming.start().isBefore(bound);
        }

        private List<Bar> merged(List<Bar> stored) {
            List<Bar> memory = span.recent().between(from, to);
            if (span.forming() != null && isForming(from, to)) {
                memory.add(span.forming());
            }
            if (memory.isEmpty()) {
                return stored;
            }
            boolean follows = stored.isEmpty()
                    || stored.getLast().start().isBefore(memory.getFirst().start());
            return follows
                    ? Stream.of(stored, memory).flatMap(List::stream).toList()
                    : List.copyOf(byStart(stored, memory).values());
        }

        // What waits for the database may already be in it.
        private static SequencedMap<Instant, Bar> byStart(List<Bar> stored, List<Bar> memory) {
            SequencedMap<Instant, Bar> bars = new TreeMap<>();
            stored.forEach(bar -> bars.put(bar.start(), bar));
            memory.forEach(bar -> bars.put(bar.start(), bar));
            return bars;
        }

        private List<Candle> candles(List<Bar> bars) {
            List<Candle> candles = new ArrayList<>(bars.size());
            for (Bar bar : bars) {
                candles.add(bar.candle(
                        instrument.symbol(), query.interval(), bar.start().isBefore(span.until())));
            }
            return candles;
        }

        // What has ended, but waits for the database, may yet be lost; what is lost may not be marked yet.
        private boolean isClosed(Instant end) {
            return !end.isAfter(span.until())
                    && query.interval() != Interval.SECOND
                    && !owing
                    && !span.recent().hasBetween(from, end);
        }
    }
}
