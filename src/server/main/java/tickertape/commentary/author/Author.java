package tickertape.commentary.author;

/// Writes texts. Safe for any thread: several texts are written at once, each on a thread of its own.
public interface Author {

    /// As it is named in settings, on the wire and in the store.
    String name();

    /// Writes one text, and returns when it is whole. Who stops it interrupts the thread.
    ///
    /// @throws AuthorException if it ends before it is whole
    void write(Assignment assignment, Sheet sheet) throws InterruptedException, AuthorException;
}
