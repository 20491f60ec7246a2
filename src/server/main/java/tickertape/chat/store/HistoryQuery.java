package tickertape.chat.store;

/// Which messages of a room somebody asks for: those between two, which are not among them.
///
/// @param after a `seq`; 0 for all from the first on
/// @param before a `seq`
/// @param isAscending whether the first of them are wanted, not the last
public record HistoryQuery(String room, long after, long before, boolean isAscending, int limit) {

    private static final String SQL = "m.seq > ? AND m.seq < ? ORDER BY m.seq";

    /// Those behind a message, or before it.
    public HistoryQuery(String room, long edge, boolean isAfter, int limit) {
        this(room, isAfter ? edge : 0, isAfter ? Long.MAX_VALUE : edge, isAfter, limit);
    }

    /// The newest ones.
    public static HistoryQuery newest(String room, int limit) {
        return new HistoryQuery(room, Long.MAX_VALUE, false, limit);
    }

    String sql() {
        return isAscending ? SQL : SQL + " DESC";
    }
}
