package tickertape.web.start;

/// A request that the server makes to itself before it says that it has started. The first request loads much of the
/// server: if clients had all files open just then, that would be missing until the server's end.
///
/// @param method `GET` or `HEAD`; the answer is not read to its end
/// @param target path and query, relative to the application
public record StartupRequest(String method, String target) {}
