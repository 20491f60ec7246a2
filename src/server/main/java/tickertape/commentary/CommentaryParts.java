package tickertape.commentary;

import tickertape.commentary.author.Author;
import tickertape.commentary.trigger.Watcher;
import tickertape.commentary.writing.Texts;

/// All that is there where texts are written.
record CommentaryParts(
        Author author,
        Watcher watcher,
        Newsroom newsroom,
        Texts texts,
        Commentary commentary,
        CommentaryMetrics metrics) {

    /// Ends all texts, and then their author.
    void close() {
        texts.close();
        author.close();
    }
}
