package tickertape.commentary.writing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.tape.Draft;

/// All texts that are being written, and those that have just ended. Safe for any thread.
public final class Texts {

    private static final Logger LOG = System.getLogger(Texts.class.getName());

    /// So many that have ended stay, until surely they are in the database.
    private static final int RECENT = 500;

    /// How long the end of the application waits for the last words.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Author author;
    private final Pacer pacer;
    private final ExecutorService threads;
    private final Consumer<EndedText> archive;
    private final Consumer<EndedText> listener;
    private final SteadyClock clock;
    private final LongSupplier nanoTime;
    private final Map<String, RunningText> running = new LinkedHashMap<>();
    private final Map<String, EndedText> recent = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EndedText> eldest) {
            return size() > RECENT;
        }
    };
    private Instant lastEnd = Instant.EPOCH;
    private boolean closed;

    /// @param tape takes pieces as one batch
    /// @param threads virtual ones: each text has one
    /// @param archive keeps what has ended
    /// @param listener is told of each that has ended
    /// @param speed pieces a second
    /// @param nanoTime a monotonic clock
    public Texts(
            Author author,
            TextTopics topics,
            Consumer<List<Draft>> tape,
            ExecutorService threads,
            Consumer<EndedText> archive,
            Consumer<EndedText> listener,
            int speed,
            SteadyClock clock,
            LongSupplier nanoTime) {
        this.author = author;
        this.threads = threads;
        this.archive = archive;
        this.listener = listener;
        this.clock = clock;
        this.nanoTime = nanoTime;
        pacer = new Pacer(topics, tape, this::end, speed, author.patience(), nanoTime);
    }

    /// Moves texts on from now on.
    public void start() {
        threads.execute(pacer);
    }

    /// Has a text written.
    ///
    /// @param onEnd is called once, when it has ended
    /// @return the text so far
    public CommentaryText begin(TextHead head, Assignment assignment, Runnable onEnd) {
        var text = new RunningText(head, new PieceQueue(TextTopics.LONGEST, nanoTime), onEnd);
        synchronized (this) {
            running.put(head.id(), text);
        }
        pacer.add(text);
        try {
            text.writtenBy(threads.submit(() -> write(assignment, text.queue())));
        } catch (RejectedExecutionException stopping) {
            text.stop(EndReason.SHUTDOWN);
        }
        if (isClosed()) {
            text.stop(EndReason.SHUTDOWN);
        }
        return text.soFar();
    }

    private void write(Assignment assignment, PieceQueue queue) {
        EndReason reason = EndReason.FAILED;
        try {
            author.write(assignment, queue);
            reason = EndReason.COMPLETE;
        } catch (AuthorException failure) {
            reason = failure.reason();
            LOG.log(Level.DEBUG, "A text ends early: {0}", failure.getMessage());
        } catch (InterruptedException stopped) {
            // By a stop, which has said why; or by the platform, as the application ends.
            reason = EndReason.SHUTDOWN;
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "An author has failed", failure);
        } finally {
            queue.end(reason);
        }
    }

    private void end(RunningText text, EndReason why) {
        EndedText ended = ended(text, why);
        if (!text.isForgotten()) {
            archive.accept(ended);
        }
        listener.accept(ended);
        text.onEnd().run();
    }

    // No two have ended at the same time, so the times part them into pages.
    private synchronized EndedText ended(RunningText text, EndReason why) {
        Instant now = clock.now();
        lastEnd = now.isAfter(lastEnd) ? now : lastEnd.plus(1, ChronoUnit.MICROS);
        var ended = new EndedText(text.head().owner(), text.soFar().ended(lastEnd, why.text()));
        running.remove(text.head().id());
        recent.put(text.head().id(), ended);
        return ended;
    }

    /// Ends a text; nothing if it has ended.
    public void stop(String id, EndReason why) {
        RunningText text = running(id);
        if (text != null) {
            text.stop(why);
        }
    }

    private synchronized @Nullable RunningText running(String id) {
        return running.get(id);
    }

    /// A text that is being written, or has just ended.
    public synchronized Optional<EndedText> find(String id) {
        RunningText text = running.get(id);
        return text == null
                ? Optional.ofNullable(recent.get(id))
                : Optional.of(new EndedText(text.head().owner(), text.soFar()));
    }

    /// Those that have just ended, the oldest first.
    public synchronized List<EndedText> recent() {
        return List.copyOf(recent.values());
    }

    /// What is being written.
    public synchronized List<TextHead> running() {
        return running.values().stream().map(RunningText::head).toList();
    }

    /// Ends all texts of an owner, and forgets them.
    public synchronized void forget(String owner) {
        running.values().stream()
                .filter(text -> text.head().owner().filter(owner::equals).isPresent())
                .forEach(RunningText::forget);
        recent.values().removeIf(text -> text.owner().filter(owner::equals).isPresent());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Ends all texts, and says so.
    public void close() {
        synchronized (this) {
            closed = true;
        }
        running().forEach(head -> stop(head.id(), EndReason.SHUTDOWN));
        try {
            pacer.close(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.log(Level.WARNING, "Some texts end without a word", late);
        }
    }
}
