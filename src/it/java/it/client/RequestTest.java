package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tickertape.client.Tickertape;
import tickertape.wire.Quote;

/// Which requests a client makes, and which it refuses to make.
class RequestTest {

    private final EventRecorder heard = new EventRecorder();

    @Test
    void addressMayEndWithASlashOrNot() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                    connection.stay();
                });
                var _ = heard.tape(server.uri().resolve("desk")).open()) {
            heard.next(Quote.class);

            assertThat(server.requests()).singleElement().asString().startsWith("GET /desk/api/stream?");
        }
    }

    @Test
    void invalidOptionsAreRejectedBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> Tickertape.at("localhost:9080")).hasMessageContaining("'localhost:9080'");
        assertThatThrownBy(() -> Tickertape.at("ftp://localhost/")).hasMessageContaining("'ftp://localhost/'");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").symbols("A B"))
                .hasMessageContaining("A B");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").rate(0)).hasMessageContaining("rate 0.0");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").open()).hasMessageContaining("nothing to read");
    }
}
