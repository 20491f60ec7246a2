package tickertape.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.store.Disclosure;
import tickertape.alerts.store.FiringRow;

/// Alerts and firings as a caller may see them: who sees prices late does not learn yet what has just fired.
record AlertViews(Disclosure disclosure, InstantSource clock) {

    /// @param isLate whether the caller sees prices late
    /// @param firings those of the owner
    List<AlertInfo> alerts(List<Alert> alerts, boolean isLate, Supplier<List<FiringRow>> firings) {
        Instant now = clock.instant();
        if (!isLate) {
            return alerts.stream().map(alert -> AlertInfo.of(alert, now)).toList();
        }
        Map<String, List<FiringRow>> byAlert = firings.get().stream().collect(Collectors.groupingBy(FiringRow::alert));
        return alerts.stream()
                .map(alert -> late(alert, byAlert.getOrDefault(alert.id(), List.of()), now))
                .toList();
    }

    /// @param firings of the alert, the newest first
    private AlertInfo late(Alert alert, List<FiringRow> firings, Instant now) {
        boolean isKnown = firings.isEmpty()
                ? alert.lastFired() == null || disclosure.isOldEnough(alert.lastFired())
                : disclosure.isOldEnough(firings.getFirst());
        if (isKnown) {
            return AlertInfo.of(alert, now);
        }
        Instant before = firings.stream()
                .filter(disclosure::isOldEnough)
                .map(FiringRow::fired)
                .findFirst()
                .orElse(null);
        Alert.State state = switch (alert.state()) {
            case FIRED, RESTING -> Alert.State.ARMED;
            case ARMED, OFF, DELETED -> alert.state();
        };
        return AlertInfo.of(alert, state, before, now);
    }

    List<FiringRow> firings(List<FiringRow> firings, boolean isLate) {
        return isLate ? firings.stream().filter(disclosure::isOldEnough).toList() : firings;
    }
}
