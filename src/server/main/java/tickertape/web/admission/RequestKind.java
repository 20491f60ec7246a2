package tickertape.web.admission;

/// Requests that must not take each other's threads.
enum RequestKind {
    /// Opening a stream: it is served by other threads, so this takes a moment, and many come at once after an outage.
    STREAM,
    /// Health, which must answer while all else is held up. Nobody can hold up its response.
    HEALTH,
    /// Health, asked for in a way that lets a client hold up the response.
    SHARED_HEALTH,
    /// The description of the API, and the page that tries it out.
    OPENAPI,
    /// All others: each blocks its thread until its client has read the response.
    OTHER;

    /// @param path as the client wrote it. A path that is written in another way is of another kind: it is served all
    ///     the same, but has other limits
    static RequestKind of(String method, String path, String contextPath) {
        if (path.startsWith("/health")) {
            return HEALTH;
        }
        if (path.startsWith("/openapi")) {
            return OPENAPI;
        }
        return method.equals("GET") && path.startsWith(contextPath + "/api/stream") ? STREAM : OTHER;
    }
}
