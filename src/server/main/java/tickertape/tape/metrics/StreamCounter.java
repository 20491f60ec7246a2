package tickertape.tape.metrics;

import tickertape.tape.ResumeOutcome;

/// What is counted of all streams, and how the server's metrics name it.
///
/// Counters of one name differ by a label; `label` and `value` are empty where there is only one.
public enum StreamCounter {
    CONNECTS_SNAPSHOT(Text.CONNECTS, ResumeOutcome.SNAPSHOT),
    CONNECTS_RESUMED(Text.CONNECTS, ResumeOutcome.RESUMED),
    CONNECTS_CONFLATED(Text.CONNECTS, ResumeOutcome.CONFLATED),
    CONNECTS_GAP(Text.CONNECTS, ResumeOutcome.GAP),
    REFUSALS_LIMIT(Text.REFUSALS, "reason", "limit"),
    REFUSALS_ADDRESS_LIMIT(Text.REFUSALS, "reason", "address_limit"),
    REFUSALS_ACCOUNT_LIMIT(Text.REFUSALS, "reason", "account_limit"),
    REFUSALS_EXPIRED(Text.REFUSALS, "reason", "expired"),
    REFUSALS_SHUTDOWN(Text.REFUSALS, "reason", "shutdown"),
    DEPARTURES_LEFT(Text.DEPARTURES, DisconnectReason.LEFT),
    DEPARTURES_STALLED(Text.DEPARTURES, DisconnectReason.STALLED),
    DEPARTURES_ROTATION(Text.DEPARTURES, DisconnectReason.ROTATION),
    DEPARTURES_EXPIRED(Text.DEPARTURES, DisconnectReason.EXPIRED),
    DEPARTURES_SHUTDOWN(Text.DEPARTURES, DisconnectReason.SHUTDOWN),
    DEPARTURES_FAILED(Text.DEPARTURES, DisconnectReason.FAILED),
    FRAMES(Text.FRAMES, "", ""),
    EVENTS(Text.EVENTS, "", ""),
    BYTES(Text.BYTES, "", ""),
    HEARTBEATS(Text.HEARTBEATS, "", ""),
    CONFLATED(Text.CONFLATED, "", "");

    /// A name, its unit last, and what it means in a sentence.
    private enum Text {
        CONNECTS("connects", "Streams let in, by what their first read gives"),
        REFUSALS("refusals", "Streams not let in, by reason"),
        DEPARTURES("departures", "Streams that have ended, by reason"),
        FRAMES("frames", "Writes to subscribers that the server has taken; each holds one event or more"),
        EVENTS("events", "Events in them, of all kinds"),
        BYTES("written_bytes", "Bytes of these events, without what HTTP and TLS add"),
        HEARTBEATS("heartbeats", "Heartbeats among the events"),
        CONFLATED("conflated_changes", "Changes not written because a newer one stood for them; at least");

        private final String noun;
        private final String sentence;

        Text(String noun, String sentence) {
            this.noun = noun;
            this.sentence = sentence;
        }
    }

    private final Text text;
    private final String label;
    private final String value;

    StreamCounter(Text text, String label, String value) {
        this.text = text;
        this.label = label;
        this.value = value;
    }

    StreamCounter(Text text, ResumeOutcome resume) {
        this(text, "resume", resume.text());
    }

    StreamCounter(Text text, DisconnectReason reason) {
        this(text, "reason", reason.text());
    }

    public static StreamCounter connects(ResumeOutcome resume) {
        return switch (resume) {
            case SNAPSHOT -> CONNECTS_SNAPSHOT;
            case RESUMED -> CONNECTS_RESUMED;
            case CONFLATED -> CONNECTS_CONFLATED;
            case GAP -> CONNECTS_GAP;
        };
    }

    public static StreamCounter departures(DisconnectReason reason) {
        return switch (reason) {
            case LEFT -> DEPARTURES_LEFT;
            case STALLED -> DEPARTURES_STALLED;
            case ROTATION -> DEPARTURES_ROTATION;
            case EXPIRED -> DEPARTURES_EXPIRED;
            case SHUTDOWN -> DEPARTURES_SHUTDOWN;
            case FAILED -> DEPARTURES_FAILED;
        };
    }

    public String noun() {
        return "stream_" + text.noun;
    }

    public String description() {
        return text.sentence;
    }

    public String label() {
        return label;
    }

    public String value() {
        return value;
    }
}
