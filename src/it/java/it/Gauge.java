package it;

import java.net.URI;

/// The server's metric of open streams.
public final class Gauge {

    private Gauge() {}

    /// How many streams are open, according to the server.
    ///
    /// @param root of the application, with a slash at the end
    public static int subscribers(URI root) {
        return (int) Measures.of(root).count("tickertape_subscribers");
    }
}
