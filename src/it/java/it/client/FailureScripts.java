package it.client;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import tickertape.client.Report.Offline;
import tickertape.wire.Quote;

/// Connections that fail, one after another, before one that works.
final class FailureScripts {

    private static final int LAST = 9;

    private FailureScripts() {}

    /// The report of the last of these failures, after which the client has reconnected and got a quote.
    static Offline last(EventRecorder heard, Duration patience, ScriptedStream.Script... scenes) throws IOException {
        ScriptedStream.Script good = connection -> {
            connection.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", LAST));
            connection.stay();
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
                // Earlier quotes come from the connections that failed.
            }
            return offline;
        }
    }
}
