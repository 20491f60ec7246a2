package tickertape.chat.store;

/// Which messages of a room somebody asks for.
///
/// @param edge a `seq`, which is not among them
/// @param isAfter whether those behind the edge are wanted, not those before it
public record HistoryQuery(String room, long edge, boolean isAfter, int limit) {

    /// The newest ones.
    public static HistoryQuery newest(String room, int limit) {
        return new HistoryQuery(room, Long.MAX_VALUE, false, limit);
    }

    String sql() {
        return isAfter ? "m.seq > ? ORDER BY m.seq" : "m.seq < ? ORDER BY m.seq DESC";
    }
}
