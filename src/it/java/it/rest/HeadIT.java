package it.rest;

import it.HeadHeaders;
import it.LivelyServer;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD returns the same headers as GET.
class HeadIT {

    private final URI root = LivelyServer.uri();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/instruments",
                "api/instruments?limit=3",
                "api/instruments/NOPE",
                "api/quotes/NOPE",
                "api/quotes?symbol=NOPE"
            })
    void headHasTheHeadersOfGetAndNoBody(String path) {
        HeadHeaders.check(root.resolve(path));
    }
}
