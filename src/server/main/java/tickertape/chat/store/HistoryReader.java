package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.store.Database;
import tickertape.web.ProblemException;

/// Reads messages of the past as they lie at a mark. Safe for any thread; throws `DatabaseException` while the database
/// is away, and `ProblemException` 503 until the chat was read for the first time.
public final class HistoryReader {

    /// So many rooms of an account are told, those that it has read last before others.
    static final int ROOMS = 200;

    private static final int SOON_SECONDS = 1;

    private final Database database;
    private final Supplier<Optional<Mark>> marks;
    private final LongSupplier before;
    private final LateMarks late;
    private final InstantSource clock;

    /// @param before the last revision of the time before this server
    HistoryReader(
            Database database,
            Supplier<Optional<Mark>> marks,
            LongSupplier before,
            LateMarks late,
            InstantSource clock) {
        this.database = database;
        this.marks = marks;
        this.before = before;
        this.late = late;
        this.clock = clock;
    }

    /// A mark, and what may be seen at it.
    private record View(Mark mark, Bound bound) {}

    private View view(boolean isLate) {
        Mark now = marks.get().orElseThrow(() -> ProblemException.unavailable("the chat is being read", SOON_SECONDS));
        if (!isLate) {
            return new View(now, Bound.upTo(now.revision()));
        }
        Mark old = late.mark();
        return new View(old, late.bound(old, before.getAsLong()));
    }

    /// Messages of a room.
    ///
    /// @param isLate whether the caller sees prices late
    public HistoryPage page(HistoryQuery query, boolean isLate) {
        // The mark before the rows: a message that comes in between is not in the page, and comes on the stream.
        View view = view(isLate);
        return database.query(connection -> page(connection, query, view));
    }

    private static HistoryPage page(Connection connection, HistoryQuery query, View view) throws SQLException {
        List<ChatMessage> found = messages(connection, query, query.limit() + 1, view.bound());
        boolean hasMore = found.size() > query.limit();
        List<ChatMessage> page = hasMore ? found.subList(0, query.limit()) : found;
        List<ChatMessage> ordered = query.isAscending() ? page : page.reversed();
        long last = last(connection, query.room(), view.bound());
        return new HistoryPage(
                ordered,
                last,
                view.mark().position(),
                query.isAscending() ? !ordered.isEmpty() && ordered.getFirst().seq() > 1 : hasMore,
                query.isAscending()
                        ? hasMore
                        : !ordered.isEmpty() && ordered.getLast().seq() < last);
    }

    private static List<ChatMessage> messages(Connection connection, HistoryQuery query, int limit, Bound bound)
            throws SQLException {
        String sql = MessageTable.SELECT
                + "m.room = ? AND %s AND %s FETCH FIRST ? ROWS ONLY".formatted(Bound.SQL, query.sql());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, query.room());
            bound.set(statement, 2);
            statement.setLong(2 + Bound.PARAMETERS, query.after());
            statement.setLong(3 + Bound.PARAMETERS, query.before());
            statement.setInt(4 + Bound.PARAMETERS, limit);
            return MessageTable.messages(statement);
        }
    }

    /// Whether an account has sent a message under an id.
    public boolean isSent(String account, String id) {
        return database.query(connection -> {
            Optional<AuthorRow> author = AuthorTable.ofAccount(connection, account);
            return author.isPresent()
                    && MessageTable.sent(connection, author.get().id(), id).isPresent();
        });
    }

    /// The id under which others see what an account has written; empty if it has written nothing.
    public Optional<String> author(String account) {
        return database.query(connection -> AuthorTable.ofAccount(connection, account))
                .map(AuthorRow::id);
    }

    /// Throws `ProblemException` 403 if an account may not write now.
    public void requireVoice(String account) {
        Optional<AuthorRow> author = database.query(connection -> AuthorTable.ofAccount(connection, account));
        author.ifPresent(row -> row.requireVoice(clock.instant()));
    }

    /// The `seq` of the last message of a room that who sees prices late may see; 0 for none.
    public long lastLate(String room) {
        View view = view(true);
        return database.query(connection -> last(connection, room, view.bound()));
    }

    /// Who may not write now.
    public List<MutedAuthor> muted() {
        return database.query(connection -> AuthorTable.muted(connection, clock.instant()));
    }

    /// The rooms of an account: those that it has read, or is named in, and one that all have.
    ///
    /// @param isLate whether the caller sees prices late
    public List<RoomState> states(String account, String all, boolean isLate) {
        View view = view(isLate);
        return database.query(connection -> {
            Map<String, Long> read = ReadTable.ofAccount(connection, account);
            Map<String, Long> named = MentionTable.unread(connection, account, view.bound());
            // Each is looked at by itself, so that a request costs no more the more rooms somebody has visited.
            var rooms = Stream.of(List.of(all), named.keySet(), read.keySet())
                    .flatMap(Collection::stream)
                    .distinct()
                    .limit(ROOMS)
                    .collect(Collectors.toCollection(TreeSet::new));
            var states = new ArrayList<RoomState>();
            for (String room : rooms) {
                states.add(new RoomState(
                        room,
                        last(connection, room, view.bound()),
                        read.getOrDefault(room, 0L),
                        named.getOrDefault(room, 0L)));
            }
            return states;
        });
    }

    private static long last(Connection connection, String room, Bound bound) throws SQLException {
        return messages(connection, HistoryQuery.newest(room, 1), 1, bound).stream()
                .mapToLong(ChatMessage::seq)
                .findFirst()
                .orElse(0);
    }

    /// What names an account, the newest first.
    ///
    /// @param isLate whether the caller sees prices late
    public List<Mention> mentions(String account, int limit, boolean isLate) {
        View view = view(isLate);
        return database.query(connection -> MentionTable.ofAccount(connection, account, view.bound(), limit));
    }
}
