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
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.tape.Position;
import tickertape.web.ProblemException;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The bars of all symbols, from memory and from the database together. Safe for any thread.
final class Candles {

    private static final int RETRY_SECONDS = 5;

    private final boolean enabled;
    private final Market market;
    private final BookViews views;
    private final BarReader reader;
    private final InstrumentIds ids;
    private final Database database;
    private final Position start;

    /// @param enabled whether there is a history at all
    /// @param start the beginning of the tape
    Candles(
            boolean enabled,
            Market market,
            BookViews views,
            BarReader reader,
            InstrumentIds ids,
            Database database,
            Position start) {
        this.enabled = enabled;
        this.market = market;
        this.views = views;
        this.reader = reader;
        this.ids = ids;
        this.database = database;
        this.start = start;
    }

    /// The zone in which days and weeks begin.
    ZoneId zone() {
        return reader.calendar().zone();
    }

    /// The bars of a symbol; throws `ProblemException` 404 if there is none of that name, and 503 while the database is
    /// away. Seconds need no database.
    CandlePage page(Symbol symbol, CandleQuery query) {
        if (!enabled) {
            throw new ProblemException(Status.NOT_FOUND, "this server keeps no history (history.enabled)");
        }
        Instrument instrument = market.instrument(symbol)
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no instrument " + symbol));
        try {
            return page(instrument, query);
        } catch (DatabaseException away) {
            throw ProblemException.unavailable("the database is away, and with it the history", RETRY_SECONDS);
        }
    }

    private CandlePage page(Instrument instrument, CandleQuery query) {
        // First the memory: what ends later is not to be found in the database.
        Optional<BookView> view = views.of(instrument.symbol());
        if (view.isEmpty()) {
            return new CandlePage(List.of(), start, false, 0, Optional.empty(), Optional.empty());
        }
        var search = new Search(instrument, query, view.get());
        return query.interval() == Interval.SECOND ? search.inMemory() : database.transaction(search::inBoth);
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
            Found found = cut(memory(from, to));
            return page(found, isOlderInMemory(found.first()), isNewerInMemory(found.next()));
        }

        CandlePage inBoth(Connection connection) throws SQLException {
            SequencedMap<Instant, Bar> bars = new TreeMap<>();
            int id = ids.id(instrument.symbol()).orElse(0);
            Instant bound = span.until().isBefore(to) ? span.until() : to;
            var request = new BarReader.Request(
                    id, instrument.scale(), query.interval(), from, bound, last, query.limit() + 1);
            reader.read(connection, request).forEach(bar -> bars.put(bar.start(), bar));
            bars.putAll(memory(from, to));
            Found found = cut(bars);
            Interval interval = query.interval();
            boolean older = isOlderInMemory(found.first())
                    || reader.exists(connection, id, interval, Instant.MIN, found.first());
            boolean newer = isNewerInMemory(found.next())
                    || reader.exists(connection, id, interval, found.next(), span.until());
            return page(found, older, newer);
        }

        private boolean isOlderInMemory(Instant first) {
            return !memory(Instant.MIN, first).isEmpty();
        }

        private boolean isNewerInMemory(Instant next) {
            return !memory(next, Instant.MAX).isEmpty();
        }

        private SequencedMap<Instant, Bar> memory(Instant least, Instant bound) {
            SequencedMap<Instant, Bar> bars = new TreeMap<>();
            span.recent().between(least, bound).forEach(bar -> bars.put(bar.start(), bar));
            Bar forming = span.forming();
            if (forming != null
                    && !forming.start().isBefore(least)
                    && forming.start().isBefore(bound)) {
                bars.put(forming.start(), forming);
            }
            return bars;
        }

        private Found cut(SequencedMap<Instant, Bar> found) {
            List<Bar> all = List.copyOf(found.values());
            int surplus = Math.max(0, all.size() - query.limit());
            List<Bar> bars = last ? all.subList(surplus, all.size()) : all.subList(0, all.size() - surplus);
            if (bars.isEmpty()) {
                Instant nowhere = last ? to : from;
                return new Found(bars, nowhere, nowhere);
            }
            Instant next =
                    reader.calendar().end(query.interval(), bars.getLast().start());
            return new Found(bars, bars.getFirst().start(), next);
        }

        private CandlePage page(Found found, boolean older, boolean newer) {
            return new CandlePage(
                    candles(found.bars()),
                    view.position(),
                    isClosed(),
                    view.version(),
                    older ? Optional.of(query.before(found.first())) : Optional.empty(),
                    newer ? Optional.of(query.since(found.next())) : Optional.empty());
        }

        private List<Candle> candles(List<Bar> bars) {
            List<Candle> candles = new ArrayList<>();
            for (Bar bar : bars) {
                candles.add(bar.candle(
                        instrument.symbol(), query.interval(), bar.start().isBefore(span.until())));
            }
            return candles;
        }

        // What has ended, but waits for the database, may yet be lost.
        private boolean isClosed() {
            return query.from().isPresent()
                    && !to.isAfter(span.until())
                    && query.interval() != Interval.SECOND
                    && span.recent().between(from, to).isEmpty();
        }
    }

    /// The bars of a page.
    ///
    /// @param first where it begins; what begins before is older
    /// @param next where it ends; what begins there or later is newer
    private record Found(List<Bar> bars, Instant first, Instant next) {}
}
