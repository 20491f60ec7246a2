package tickertape.commentary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Language;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.StockFacts;
import tickertape.commentary.trigger.Cue;
import tickertape.commentary.writing.TextHead;
import tickertape.commentary.writing.Texts;
import tickertape.wire.MarketPhase;
import tickertape.wire.QuoteStatus;

/// Has a text written in each language about what is worth one. Safe for any thread, and it makes none wait.
///
/// Facts are read when the writing begins: what is no longer so by then is not told. When too many cues wait, the
/// oldest
/// is dropped.
final class Newsroom {

    private static final int WAITING = 16;

    private final FactBook book;
    private final DayMemory days;
    private final Texts texts;
    private final String author;
    private final int most;
    private final Executor threads;
    private final Supplier<String> ids;
    private final Deque<Cue> waiting = new ArrayDeque<>();

    private int begun;
    private long dropped;

    /// @param author as it is named
    /// @param most how many occasions are written about at once
    /// @param threads each may wait for the database
    /// @param ids makes names for texts
    Newsroom(
            FactBook book,
            DayMemory days,
            Texts texts,
            String author,
            int most,
            Executor threads,
            Supplier<String> ids) {
        this.book = book;
        this.days = days;
        this.texts = texts;
        this.author = author;
        this.most = most;
        this.threads = threads;
        this.ids = ids;
    }

    /// Takes what is worth a text.
    synchronized void offer(Cue cue) {
        waiting.addLast(cue);
        if (waiting.size() > WAITING) {
            waiting.removeFirst();
            dropped++;
        }
        next();
    }

    // One place is taken by each occasion until all its texts have ended.
    private synchronized void next() {
        while (begun < most && !waiting.isEmpty()) {
            Cue cue = waiting.removeFirst();
            begun++;
            threads.execute(() -> write(cue));
        }
    }

    private void write(Cue cue) {
        boolean begins = false;
        try {
            Facts facts = book.about(cue.subject(), days);
            if (isStillSo(cue.occasion(), facts)) {
                begin(cue, facts);
                begins = true;
            }
        } finally {
            if (!begins) {
                release();
            }
        }
    }

    private static boolean isStillSo(Occasion occasion, Facts facts) {
        MarketPhase phase = facts.market().phase();
        Optional<QuoteStatus> status = facts.subject().map(StockFacts::quote).map(quote -> quote.status());
        return facts.market().size() > 0
                && switch (occasion) {
                    case OPEN, QUIET -> phase == MarketPhase.OPEN;
                    case CLOSE -> phase == MarketPhase.CLOSED;
                    case HALT -> status.map(its -> its == QuoteStatus.HALTED).orElse(phase == MarketPhase.HALTED);
                    case RESUME -> status.map(its -> its == QuoteStatus.TRADING).orElse(phase == MarketPhase.OPEN);
                    case MOVE, RECORD -> status.isPresent();
                    case QUESTION -> true;
                };
    }

    private void begin(Cue cue, Facts facts) {
        var unended = new AtomicInteger(Language.values().length);
        Runnable onEnd = () -> {
            if (unended.decrementAndGet() == 0) {
                release();
            }
        };
        for (Language language : Language.values()) {
            var assignment = new Assignment(cue.occasion(), language, facts, Optional.empty(), Optional.empty());
            texts.begin(TextHead.of(ids.get(), cue.subject(), author, assignment), assignment, onEnd);
        }
    }

    private void release() {
        synchronized (this) {
            begun--;
        }
        next();
    }

    /// How many cues wait.
    synchronized int waiting() {
        return waiting.size();
    }

    /// How many were dropped because too many waited.
    synchronized long dropped() {
        return dropped;
    }
}
