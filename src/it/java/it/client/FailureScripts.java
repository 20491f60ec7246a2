package it.client;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import tickertape.client.Report.Offline;
import tickertape.wire.Quote;

/// Connections that go wrong, one after another, before one that does not.
final class FailureScripts {

    private static final int LAST = 9;

    private FailureScripts() {}

    /// How the last of these scenes ended, after which the client has come back and got a quote.
    static Offline last(EventRecorder heard, Duration patience, ScriptedStream.Script... scenes) throws IOException {
        ScriptedStream.Script good = visitor -> {
            visitor.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", LAST));
            visitor.stay();
        };
        ScriptedStream.Script[] all =
                Stream.concat(Stream.of(scenes), Stream.of(good)).toArray(ScriptedStream.Script[]::new);
        try (var server = new ScriptedStream(all);
                var _ = heard.tape(server.uri()).patience(patience).open()) {
            Offline offline = heard.offline();
            for (int i = 1; i < scenes.length; i++) {
                offline = heard.offline();
            }
            for (Quote quote = heard.next(Quote.class); quote.seq() != LAST; quote = heard.next(Quote.class)) {
                // Those before are of the scenes that went wrong.
            }
            return offline;
        }
    }
}
