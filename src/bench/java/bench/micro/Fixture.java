package bench.micro;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Draft;
import tickertape.tape.Filter;
import tickertape.tape.Frame;
import tickertape.tape.Position;
import tickertape.tape.ReadResult;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.web.JsonbProvider;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// A tape as the application has one, and ten quotes to put on it.
final class Fixture {

    static final TopicDefinition QUOTES =
            TopicDefinition.latest("quote").keyedBy("symbol", _ -> true).asStandard();

    static final TopicDefinition ORDERS = TopicDefinition.every("order").asPrivate();

    static final Filter ALL = new Filter(Set.of(QUOTES), Map.of());

    static final Filter WITH_PRIVATE = new Filter(Set.of(QUOTES, ORDERS), Map.of());

    private static final int BACKLOG = 10_000;
    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00.123456Z");
    private static final ConflationPolicy CONFLATION = new ConflationPolicy(1000, Duration.ofSeconds(1));

    final Jsonb jsonb = JsonbProvider.create();
    final Tape tape = new Tape("9zoj2n68", Set.of(QUOTES, ORDERS), BACKLOG, 10 * BACKLOG, System::nanoTime);
    final List<Quote> quotes = IntStream.range(0, 10).mapToObj(Fixture::quote).toList();

    List<Draft> drafts() {
        return quotes.stream().map(this::draft).toList();
    }

    private Draft draft(Quote quote) {
        return new Draft(QUOTES, quote.symbol().text(), jsonb.toJson(quote));
    }

    List<String> symbols() {
        return quotes.stream().map(quote -> quote.symbol().text()).toList();
    }

    /// A message for one account only.
    Draft order(String account) {
        return new Draft(ORDERS, "", "{\"id\":\"9zoj2n68-17\",\"symbol\":\"SYM1\",\"side\":\"buy\",\"size\":100}")
                .ownedBy(account);
    }

    /// A reader that has read up to a position.
    Cursor reader(Filter filter, Position last) {
        return new Cursor(tape, filter, Optional.of(last), CONFLATION);
    }

    /// One that reads the private messages of an account too.
    Cursor reader(String account, Position last) {
        return new Cursor(tape, WITH_PRIVATE, Optional.of(last), CONFLATION, Optional.of(account));
    }

    static void write(ReadResult read, OutputStream out) throws IOException {
        for (Frame frame : read.frames()) {
            out.write(frame.plain());
        }
    }

    private static Quote quote(int number) {
        BigDecimal last = new BigDecimal("233.59");
        return new Quote(
                new Symbol("SYM" + number),
                new BigDecimal("233.57"),
                last,
                new BigDecimal(100),
                new BigDecimal(200),
                last,
                new BigDecimal(100),
                new BigDecimal("233.53"),
                last,
                new BigDecimal("233.53"),
                new BigDecimal("231.40"),
                new BigDecimal("2.19"),
                new BigDecimal("0.95"),
                new BigDecimal(14_069),
                28,
                NOON,
                null,
                QuoteStatus.TRADING);
    }
}
