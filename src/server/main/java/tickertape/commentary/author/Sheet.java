package tickertape.commentary.author;

/// What an author writes on.
@FunctionalInterface
public interface Sheet {

    /// Adds to the text; waits while more than enough waits for its readers. The author may break off within a
    /// character; an empty addition says that it is about to write. Throws `InterruptedException` when the text has
    /// ended.
    void add(String text) throws InterruptedException;
}
