package tickertape.client;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Hello;

/// News of the stream itself, in its place between the messages.
public sealed interface Report {

    /// A connection stands, and the server has said hello.
    ///
    /// @param continuity how what follows joins what came before
    /// @param hello what the server said: its epoch, clock, version, heartbeat
    record Connected(Continuity continuity, Hello hello) implements Report {

        /// Whether all quotes, status and `seq` known so far are to be thrown away.
        public boolean startsAnew() {
            return continuity == Continuity.SNAPSHOT || continuity == Continuity.UNKNOWN;
        }
    }

    /// There is no connection; said once for each attempt that failed. What was heard last may be out of date by now.
    ///
    /// @param detail for people, in one line
    /// @param retryIn after how long the next attempt is made
    record Offline(OfflineReason reason, String detail, Duration retryIn) implements Report {

        /// Whether it stays so until somebody changes what is asked for, the permission, or the server: attempts go on,
        /// at the slowest pace.
        public boolean isPermanent() {
            return reason == OfflineReason.REJECTED;
        }
    }

    /// How what follows a (re)connection joins what came before.
    enum Continuity {
        /// All changes since the last one follow, one by one: nothing is missing.
        RESUMED,
        /// The latest quote of each symbol that changed follows: older values are merged into it; no trade is
        /// missing.
        CONFLATED,
        /// As one of the two before, but messages may be lost: a [Gap] names their topics.
        GAP,
        /// The latest quote of each symbol and the latest status follow; trades begin from now. What was known before
        /// is to be thrown away: the server has begun anew, or this is the first connection.
        SNAPSHOT,
        /// The server says something that is newer than this client; to be taken like [#SNAPSHOT].
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

    /// Of these topics, messages may be lost between those before and those behind this.
    ///
    /// @param topics such as `trade`
    /// @param origin who lost them
    record Gap(List<String> topics, Origin origin) implements Report {}

    /// Who could not keep a message.
    enum Origin {
        /// The server's backlog did not reach back far enough.
        SERVER,
        /// The buffer of this client was full.
        BUFFER
    }

    /// An event could not be read, and was passed over.
    ///
    /// @param event its name
    /// @param data as it came
    record Unreadable(String event, String data, String fault) implements Report {}
}
