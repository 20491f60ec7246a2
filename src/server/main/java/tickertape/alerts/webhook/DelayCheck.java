package tickertape.alerts.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tickertape.alerts.store.Disclosure;
import tickertape.identity.RealtimeAccounts;

/// Finds what is too early for its owner: it asks for the right to prices of now when something is about to be sent,
/// so that whoever has lost it meanwhile gets even that late.
record DelayCheck(Disclosure disclosure, RealtimeAccounts accounts) {

    /// How long those must wait that are too early. Throws `DatabaseException`.
    Map<Delivery, Duration> early(List<Delivery> due) {
        var early = new LinkedHashMap<Delivery, Duration>();
        var known = new HashMap<String, Boolean>();
        for (Delivery delivery : due) {
            Duration left = disclosure.left(delivery.number(), delivery.fired());
            if (!left.isZero() && !known.computeIfAbsent(delivery.owner(), accounts::contains)) {
                early.put(delivery, left);
            }
        }
        return early;
    }
}
