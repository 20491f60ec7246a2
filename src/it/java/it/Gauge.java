package it;

import java.net.URI;

/// The gauge among the server's measures that tells how many streams are open.
public final class Gauge {

    private Gauge() {}

    /// How many streams the server says are open.
    ///
    /// @param root where the application is, with a slash at the end
    public static int subscribers(URI root) {
        return (int) Measures.of(root).count("tickertape_subscribers");
    }
}
