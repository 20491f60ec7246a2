package tickertape.commentary.author;

/// What an author writes on.
@FunctionalInterface
public interface Sheet {

    /// Adds to the text; waits while more than enough waits for its readers. The author may break off within a
    /// character. Throws `InterruptedException` when the text has ended.
    void add(String text) throws InterruptedException;
}
