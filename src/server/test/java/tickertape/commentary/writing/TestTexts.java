package tickertape.commentary.writing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import tickertape.commentary.author.Author;
import tickertape.tape.Draft;

/// Texts about one symbol, a hundred pieces a second.
public final class TestTexts {

    private TestTexts() {}

    /// Starts them.
    ///
    /// @param tape takes pieces
    /// @param archive keeps what has ended
    public static Texts start(
            Author author, Consumer<List<Draft>> tape, ExecutorService threads, Consumer<EndedText> archive) {
        var topics = new TextTopics(
                TextTopics.commentary(Set.of("SAA")::contains), TextTopics.answers(3), piece -> piece.toString());
        var texts = new Texts(
                author,
                topics,
                tape,
                threads,
                archive,
                _ -> {},
                100,
                new SteadyClock(Clock.systemUTC(), System::nanoTime),
                System::nanoTime);
        texts.start();
        return texts;
    }
}
