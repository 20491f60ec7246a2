package tickertape.commentary.writing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.writing.RunningText.Step;
import tickertape.tape.Draft;
import tickertape.tape.RejectedPieceException;

/// Moves all texts on that are being written, a piece of each at a beat; while there is none, it sleeps. One thread
/// runs it, any thread hands texts in, and whoever closes it writes the last words: by then the platform may have
/// interrupted the thread that ran it.
final class Pacer implements Runnable {

    private static final Logger LOG = System.getLogger(Pacer.class.getName());

    private final TextTopics topics;
    private final Consumer<List<Draft>> tape;
    private final BiConsumer<RunningText, EndReason> ended;
    private final long interval;
    private final long patience;
    private final LongSupplier nanoTime;
    private final List<RunningText> texts = new ArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();
    private boolean closed;
    private long next;

    /// @param tape takes pieces as one batch
    /// @param ended is told of each text after its last piece
    /// @param speed beats a second
    /// @param patience an author that says nothing for so long has lost the thread
    /// @param nanoTime a monotonic clock
    Pacer(
            TextTopics topics,
            Consumer<List<Draft>> tape,
            BiConsumer<RunningText, EndReason> ended,
            int speed,
            Duration patience,
            LongSupplier nanoTime) {
        this.topics = topics;
        this.tape = tape;
        this.ended = ended;
        this.interval = Duration.ofSeconds(1).toNanos() / speed;
        this.patience = patience.toNanos();
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong();
    }

    synchronized void add(RunningText text) {
        texts.add(text);
        notifyAll();
    }

    /// Ends the run, and lets each text that was stopped say so.
    ///
    /// @param patience how long the run may take to its end
    /// @throws TimeoutException if the run does not end
    void close(Duration patience) throws TimeoutException, InterruptedException {
        endRun();
        if (!writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("the pacer still writes after " + patience);
        }
        try {
            beat();
        } finally {
            writing.unlock();
        }
    }

    private synchronized void endRun() {
        closed = true;
        notifyAll();
    }

    @Override
    public void run() {
        writing.lock();
        try {
            while (awaitBeat()) {
                beat();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            writing.unlock();
        }
    }

    /// Returns false at the end.
    private synchronized boolean awaitBeat() throws InterruptedException {
        while (!closed && texts.isEmpty()) {
            wait();
        }
        long now = nanoTime.getAsLong();
        while (!closed && now - next < 0) {
            Duration rest = Duration.ofNanos(next - now);
            wait(rest.toMillis(), rest.toNanosPart() % 1_000_000);
            now = nanoTime.getAsLong();
        }
        // What is late is not made up for.
        next = now + interval;
        return !closed;
    }

    /// Takes one piece of each text.
    void beat() {
        List<Step> steps = now().stream()
                .peek(this::watch)
                .flatMap(text -> text.next(topics).stream())
                .toList();
        Stream.of(true, false)
                .map(shared -> steps.stream()
                        .filter(step -> step.draft().owner().isEmpty() == shared)
                        .toList())
                .filter(some -> !some.isEmpty())
                .forEach(this::publish);
    }

    private synchronized List<RunningText> now() {
        return List.copyOf(texts);
    }

    private void watch(RunningText text) {
        if (text.queue().isSilent(patience)) {
            text.stop(EndReason.SLOW);
        }
    }

    private void publish(List<Step> steps) {
        try {
            tape.accept(steps.stream().map(Step::draft).toList());
            steps.forEach(step -> step.end().ifPresent(why -> end(step.text(), why)));
        } catch (RejectedPieceException | IllegalArgumentException refused) {
            if (steps.size() > 1) {
                // One bad text must not hold up the others.
                steps.forEach(step -> publish(List.of(step)));
            } else {
                RunningText text = steps.getFirst().text();
                LOG.log(Level.WARNING, "Text {0} ends: {1}", text.head().id(), refused.getMessage());
                text.stop(EndReason.FAILED);
                end(text, EndReason.FAILED);
            }
        }
    }

    private void end(RunningText text, EndReason why) {
        synchronized (this) {
            texts.remove(text);
        }
        ended.accept(text, why);
    }
}
