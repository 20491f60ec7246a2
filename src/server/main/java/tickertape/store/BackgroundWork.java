package tickertape.store;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work at the database for who must not wait: it is begun now, and asked later for what came of it. One piece at a
/// time, unless it is abandoned, on a thread of its own that nobody interrupts. One thread uses it; others may ask
/// whether it works.
public final class BackgroundWork<T> {

    private final Database database;
    private volatile @Nullable Future<T> begun;

    public BackgroundWork(Database database) {
        this.database = database;
    }

    /// Returns what came of the work that was begun, once; throws what it threw. If none was begun, begins this one,
    /// unless the database is away. Empty until it is done.
    public Optional<T> poll(Supplier<T> work) {
        Future<T> current = begun;
        if (current == null) {
            begun = database.available() ? database.begin(work) : null;
            return Optional.empty();
        }
        if (!current.isDone()) {
            return Optional.empty();
        }
        begun = null;
        try {
            return Optional.of(current.get());
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// From now on nobody asks for what comes of the work that was begun; it goes on, beside what is begun next.
    public void abandon() {
        begun = null;
    }

    /// Whether some was begun, and nobody has taken yet what came of it.
    public boolean hasBegun() {
        return begun != null;
    }

    /// Whether what came of it can be taken.
    public boolean isDone() {
        Future<T> current = begun;
        return current != null && current.isDone();
    }

    /// What the work threw; an error is thrown at once.
    static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
