package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.store.Database;
import tickertape.tape.Draft;

/// Puts on the tape what is new in the database, whoever has written it. One thread calls it; any thread may ask for
/// the mark.
final class ChatReader {

    /// So many revisions are read at once.
    private static final int RANGE = 1_000;

    private final Database database;
    private final ChatTopics topics;
    private final ChatTape tape;
    private final Consumer<List<ChatMessage>> listener;
    private volatile @Nullable Mark mark;
    private volatile long before;
    private long published;

    /// @param listener is told of the messages that lie on the tape
    ChatReader(Database database, ChatTopics topics, ChatTape tape, Consumer<List<ChatMessage>> listener) {
        this.database = database;
        this.topics = topics;
        this.tape = tape;
        this.listener = listener;
    }

    /// Reads what is new; throws `DatabaseException`.
    void read() {
        if (mark == null) {
            // What no server has published yet comes now; all else was.
            published = database.query(Revisions::published);
            before = published;
        }
        long last = database.query(Revisions::last);
        while (published < last) {
            long end = Math.min(last, published + RANGE);
            publish(database.query(connection -> found(connection, published, end)), end);
        }
        // Nobody else appends to these topics, so everything that comes from now on lies behind this place.
        mark = new Mark(published, tape.end());
    }

    /// What is new.
    private record Found(
            List<ChatMessage> messages,
            List<MentionTable.Notice> mentions,
            List<MentionTable.Notice> changed,
            List<ReadTable.Changed> reads) {}

    private static Found found(Connection connection, long after, long last) throws SQLException {
        return new Found(
                MessageTable.between(connection, after, last),
                MentionTable.between(connection, after, last),
                MentionTable.changed(connection, after, last),
                ReadTable.between(connection, after, last));
    }

    private void publish(Found found, long end) {
        List<Draft> drafts = Stream.of(
                        found.messages().stream().map(topics::draft),
                        found.mentions().stream().map(topics::draft),
                        found.changed().stream().map(topics::draft),
                        found.reads().stream().map(topics::draft))
                .<Draft>flatMap(each -> each)
                .toList();
        if (!drafts.isEmpty()) {
            var _ = tape.publish(drafts);
        }
        published = end;
        if (!found.messages().isEmpty()) {
            listener.accept(found.messages());
        }
    }

    /// Up to which revision everything lies on the tape.
    long published() {
        return published;
    }

    /// Empty until it has read for the first time.
    Optional<Mark> mark() {
        return Optional.ofNullable(mark);
    }

    /// The last revision of the time before this server.
    long before() {
        return before;
    }
}
