package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tickertape.client.Tickertape;
import tickertape.wire.Quote;

/// What a client can be told to ask for, and whom.
class RequestTest {

    private final EventRecorder heard = new EventRecorder();

    @Test
    void addressIsAFolderWithOrWithoutItsSlash() throws IOException {
        try (var server = new ScriptedStream(visitor -> {
                    visitor.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                    visitor.stay();
                });
                var _ = heard.tape(server.uri().resolve("desk")).open()) {
            heard.next(Quote.class);

            assertThat(server.requests()).singleElement().asString().startsWith("GET /desk/api/stream?");
        }
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> Tickertape.at("localhost:9080")).hasMessageContaining("'localhost:9080'");
        assertThatThrownBy(() -> Tickertape.at("ftp://localhost/")).hasMessageContaining("'ftp://localhost/'");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").symbols("A B"))
                .hasMessageContaining("A B");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").rate(0)).hasMessageContaining("rate 0.0");
        assertThatThrownBy(() -> Tickertape.at("http://localhost/").open()).hasMessageContaining("nothing to read");
    }
}
