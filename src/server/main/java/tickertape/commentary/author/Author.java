package tickertape.commentary.author;

import java.time.Duration;

/// Writes texts. Safe for any thread: several texts are written at once, each on a thread of its own.
public interface Author extends AutoCloseable {

    /// As it is named in settings, on the wire and in the store.
    String name();

    /// Writes one text, and returns when it is whole. Who stops it interrupts the thread.
    ///
    /// @throws AuthorException if it ends before it is whole
    void write(Assignment assignment, Sheet sheet) throws InterruptedException, AuthorException;

    /// How long it may say nothing: then its text ends as slow.
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    /// Frees what it needs to write; it writes no more.
    @Override
    default void close() {}
}
