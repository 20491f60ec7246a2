package it;

import java.net.URI;

/// The gauge among the server's measures that tells how many streams are open.
public final class Gauge {

    private Gauge() {}

    /// How many streams the server says are open.
    ///
    /// @param server any address of the server: its measures lie at its root
    public static int subscribers(URI server) {
        return (int) Measures.of(server).count("tickertape_subscribers");
    }
}
