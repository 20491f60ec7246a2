package tickertape.commentary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.commentary.author.Author;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.store.TextArchive;
import tickertape.commentary.trigger.Watcher;
import tickertape.commentary.writing.SteadyClock;
import tickertape.commentary.writing.TextTopics;
import tickertape.commentary.writing.Texts;
import tickertape.identity.QuoteDelay;
import tickertape.identity.RandomId;
import tickertape.market.Market;
import tickertape.market.MarketSettings;
import tickertape.market.PastCandles;
import tickertape.store.Database;
import tickertape.store.WriteQueues;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.RateLimiter;

/// Puts together what is needed to write, if anything is written.
@Dependent
class CommentaryAssembly {

    @Inject
    Market market;

    @Inject
    @Any
    Instance<PastCandles> past;

    @Inject
    @ConfigProperties(prefix = "market")
    MarketSettings calendar;

    @Inject
    Author author;

    @Inject
    TextTopics topics;

    @Inject
    StreamHub hub;

    @Inject
    Database database;

    @Inject
    WriteQueues queues;

    @Inject
    QuoteDelay delay;

    @Inject
    InstantSource clock;

    @Inject
    @NanoTime
    LongSupplier nanoTime;

    /// @param threads virtual ones, for authors
    /// @param desk makes the thread that waits for the database
    CommentaryParts parts(CommentarySettings settings, ExecutorService threads, ThreadFactory desk) {
        ExecutorService reading = Executors.newSingleThreadExecutor(desk);
        var random = new SecureRandom();
        Supplier<String> ids = () -> RandomId.of(random);
        var steady = new SteadyClock(clock, nanoTime);
        var book = new FactBook(market.instruments());
        var days = new DayMemory(past(), calendar.zone(), clock, reading, nanoTime);
        var archive = new TextArchive(database, queues, settings.keep, clock);
        var counts = new TextCounts();
        var texts = new Texts(
                author, topics, hub::publish, threads, archive::put, counts::add, settings.speed, steady, nanoTime);
        var newsroom = new Newsroom(book, days, texts, author.name(), settings.texts, reading, ids);
        var answers = new AnswerDesk(
                book,
                days,
                texts,
                author.name(),
                new AnswerDesk.Limits(settings.answers, settings.answersPerCaller, settings.questionLength),
                new RateLimiter(settings.questions, nanoTime),
                ids);
        var watcher = new Watcher(book, days, settings.move, settings.pace, newsroom::offer, nanoTime);
        texts.start();
        return new CommentaryParts(
                author,
                watcher,
                newsroom,
                texts,
                new Commentary(answers, texts, archive, steady, delay.length()),
                new CommentaryMetrics(counts, texts, newsroom));
    }

    // Without a history, nobody knows of days before today.
    private PastCandles past() {
        return past.stream().findFirst().orElse((_, _, _, _) -> Optional.of(List.of()));
    }
}
