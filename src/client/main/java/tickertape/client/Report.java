package tickertape.client;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Hello;

/// What the client reports on the stream itself, in its place among the events.
public sealed interface Report {

    /// A connection stands, and the server has said hello.
    ///
    /// @param continuity how what follows joins what came before
    /// @param hello what the server said: its epoch, clock, version, heartbeat and topics, and how late
    ///     messages are
    record Connected(Continuity continuity, Hello hello) implements Report {

        /// Whether everything known so far must be thrown away: the latest events of all keys, texts, and each
        /// `seq`.
        public boolean startsAnew() {
            return continuity == Continuity.SNAPSHOT || continuity == Continuity.UNKNOWN;
        }
    }

    /// There is no connection; reported once for each attempt that failed. What was received last may be out of
    /// date.
    ///
    /// @param detail one line for people
    /// @param retryIn the time until the next attempt
    record Offline(OfflineReason reason, String detail, Duration retryIn) implements Report {

        /// Whether somebody has to change something: the request, the permission, or the server. The client
        /// goes on trying, at its slowest pace.
        public boolean isPermanent() {
            return reason == OfflineReason.REJECTED;
        }
    }

    /// How what follows a connection joins what came before it. The kinds are those of [Topic.Kind].
    enum Continuity {
        /// Every change since the last event follows, one by one: nothing is missing.
        RESUMED,
        /// Of topics of kind LATEST, the newest event of each key that changed follows: older ones are merged
        /// into it. Of the others, nothing is missing.
        CONFLATED,
        /// As one of the two above, but events may be lost: a [Gap] names their topics.
        GAP,
        /// The newest event of each key follows; topics of kind EVERY begin from now. What was known before
        /// must be thrown away: the server has begun anew, or this is the first connection.
        SNAPSHOT,
        /// The server says something that this client does not know yet; treat it like [#SNAPSHOT].
        UNKNOWN;

        static Continuity of(String text) {
            for (Continuity known : values()) {
                if (known != UNKNOWN && known.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return known;
                }
            }
            return UNKNOWN;
        }
    }

    /// Events of these topics may be lost between the last event before this report and the next one after it.
    ///
    /// @param topics their names, such as `trade`
    /// @param origin who lost them
    record Gap(List<String> topics, Origin origin) implements Report {}

    /// Who could not keep an event.
    enum Origin {
        /// The server's backlog did not reach back far enough.
        SERVER,
        /// The buffer of this client was full.
        BUFFER
    }

    /// An event could not be read and was skipped.
    ///
    /// @param event its name
    /// @param data as it came
    /// @param fault why
    record Unreadable(String event, String data, String fault) implements Report {}
}
