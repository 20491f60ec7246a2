package tickertape.client.connection;

/// Why there is no connection at the moment.
public enum OfflineReason {
    /// No server answered at the address: connection refused, unknown host, no route, or no answer in time.
    UNREACHABLE,
    /// The server is there but does not serve now: status 503 or another one from 500 on, 408, 425 or 429, or 404
    /// while its application starts.
    UNAVAILABLE,
    /// The server rejects the request, and will reject it again: any other status but 200, such as 400 for an
    /// unknown symbol or topic, 401 without a permission, or 301 if the address has moved.
    REJECTED,
    /// The answer is not an event stream but something else, such as a portal's page.
    NO_STREAM,
    /// The connection ended without a goodbye. An event that was cut in half is dropped.
    CUT,
    /// Nothing came, not even a heartbeat, for longer than the server promised.
    SILENT,
    /// The server said goodbye: it stops, or asks its clients to come back.
    GOODBYE,
    /// The server has as many streams as it allows.
    LIMIT,
    /// A piece of a growing text did not join the pieces before it. The next connection asks for everything anew.
    PIECE_MISSING
}
