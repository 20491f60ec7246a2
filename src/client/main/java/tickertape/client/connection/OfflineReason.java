package tickertape.client.connection;

/// Why there is no connection at the moment.
public enum OfflineReason {
    /// Nobody could be reached at the address: refused, unknown, no route, or no answer in time.
    UNREACHABLE,
    /// The server is there and does not serve now: status 503 or another one from 500 on, 429 or 408, or 404, as long
    /// as its application starts.
    UNAVAILABLE,
    /// The server refuses what is asked for, and will the next time: another status than these and 200, such as 400
    /// for an unknown symbol, 401 without a permission, or 301 where the address has moved.
    REJECTED,
    /// Something else than an event stream, such as a portal's page.
    NO_STREAM,
    /// The connection ended without a goodbye, perhaps in the middle of an event, which is dropped.
    CUT,
    /// Not even a heartbeat came for longer than the server promised.
    SILENT,
    /// The server said goodbye: it stops, or asks its clients to come back.
    GOODBYE,
    /// The server has as many streams as it may have.
    LIMIT
}
