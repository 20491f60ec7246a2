package tickertape.client.connection;

/// Why there is no connection at the moment.
public enum Setback {
    /// Nobody could be reached at the address: refused, unknown, no route, or no answer in time.
    UNREACHABLE,
    /// The server is there and has no time: status 503.
    UNAVAILABLE,
    /// Another status than 200, such as 400 for an unknown symbol, or 404 while an application starts.
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
