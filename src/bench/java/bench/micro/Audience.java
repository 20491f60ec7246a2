package bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tickertape.tape.Cursor;
import tickertape.tape.Draft;
import tickertape.tape.Position;

/// What many readers read.
public enum Audience {
    /// A topic for all.
    QUOTES,
    /// A private topic too, of which no messages come.
    QUOTES_AND_ORDERS,
    /// A private topic too, of which with each tick every hundredth reader gets a message.
    QUOTES_AND_SOME_ORDERS;

    private static final int EVERY = 100;

    /// Readers with an account each that have read all there is.
    List<Cursor> readers(Fixture fixture, int count) {
        Position end = fixture.tape.end();
        return IntStream.range(0, count)
                .mapToObj(i -> this == QUOTES ? fixture.reader(Fixture.ALL, end) : fixture.reader(account(i), end))
                .toList();
    }

    /// The batch of a tick for so many readers.
    List<Draft> tick(Fixture fixture, int readers) {
        List<Draft> drafts = new ArrayList<>(fixture.drafts());
        if (this == QUOTES_AND_SOME_ORDERS) {
            IntStream.iterate(0, i -> i < readers, i -> i + EVERY).forEach(i -> drafts.add(fixture.order(account(i))));
        }
        return drafts;
    }

    static String account(int reader) {
        return "account-" + reader;
    }
}
