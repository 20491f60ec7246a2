package tickertape.commentary.author;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.trigger.Cue;
import tickertape.commentary.trigger.Watcher;
import tickertape.market.Feed;
import tickertape.market.Market;
import tickertape.market.PastBar;
import tickertape.market.PastCandles;
import tickertape.testing.FakeTime;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// A day of a market, and all that the built-in author writes about it.
final class SampleDay {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration PACE = Duration.ofMinutes(5);

    private final FakeTime time = new FakeTime();
    private final Market market;
    private final FactBook book;
    private final DayMemory days;
    private final Watcher watcher;
    private final Random random = new Random(7);
    private final BuiltInAuthor author = new BuiltInAuthor(random);
    private final List<Cue> cues = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    /// A text, and what it is about.
    record Written(Assignment assignment, String text) {}

    /// @param move the size in percent at which a day's change is told
    /// @param before the days before
    SampleDay(Feed feed, BigDecimal move, Map<Symbol, List<Candle>> before) {
        time.set(time.instant().plus(Duration.ofHours(5)));
        market = new Market(feed);
        book = new FactBook(feed.instruments());
        PastCandles past = (symbol, _, _, _) -> Optional.of(before.getOrDefault(symbol, List.of()));
        days = new DayMemory(past, ZONE, time, Runnable::run, time::nanoTime);
        watcher = new Watcher(book, days, move, PACE, cues::add, time::nanoTime);
    }

    /// The days of a year that a feed makes up.
    static Map<Symbol, List<Candle>> past(Feed feed) {
        Map<Symbol, List<Candle>> all = new HashMap<>();
        feed.past(new FakeTime().instant(), ZONE, bar -> {
            if (!bar.minute()) {
                all.computeIfAbsent(bar.symbol(), _ -> new ArrayList<>()).add(candle(bar));
            }
        });
        all.values().forEach(days -> days.sort(Comparator.comparing(Candle::start)));
        return all;
    }

    private static Candle candle(PastBar bar) {
        return new Candle(
                bar.symbol(),
                "P1D",
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                BigDecimal.valueOf(bar.volume()),
                bar.trades(),
                bar.close(),
                true,
                List.of());
    }

    /// Lets so many ticks pass, one a second.
    void pass(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            time.pass(Duration.ofSeconds(1));
            market.readFeed(time.instant());
            watcher.onTick(market.publish());
            cues.forEach(cue -> write(cue.occasion(), cue.subject(), Optional.empty()));
            cues.clear();
        }
    }

    /// Asks in both languages.
    void ask(Optional<Symbol> subject, String question) {
        write(Occasion.QUESTION, subject, Optional.of(question));
    }

    private void write(Occasion occasion, Optional<Symbol> subject, Optional<String> question) {
        Facts facts = book.about(subject, days);
        for (Language language : Language.values()) {
            var assignment = new Assignment(occasion, language, facts, question, question.map(_ -> "reader"));
            var text = new StringBuilder();
            try {
                author.write(assignment, text::append);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            written.add(new Written(assignment, text.toString()));
        }
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    /// The texts in one language, in the order in which they were written.
    List<Written> written(Language language) {
        return written.stream()
                .filter(text -> text.assignment().language() == language)
                .toList();
    }
}
