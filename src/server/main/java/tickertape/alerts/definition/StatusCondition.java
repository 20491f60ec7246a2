package tickertape.alerts.definition;

import java.util.Locale;

/// Trading in the instrument has stopped or gone on, or its source has fallen silent.
public record StatusCondition(Event event) implements Condition {

    /// What has happened.
    public enum Event {
        /// Trading in it is suspended.
        HALTED,
        /// It trades again after that.
        RESUMED,
        /// Its source has fallen silent.
        STALE;

        /// As on the wire.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String type() {
        return event.text();
    }
}
