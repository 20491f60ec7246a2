package tickertape.alerts.webhook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who has how many deliveries under way. One thread calls it.
final class Places {

    private final WebhookLimits limits;
    private final Map<String, Integer> ofOwner = new HashMap<>();
    private final Map<String, Integer> ofHost = new HashMap<>();
    private int taken;

    Places(WebhookLimits limits) {
        this.limits = limits;
    }

    int free() {
        return limits.atOnce() - taken;
    }

    /// How many of an owner are under way.
    int of(String owner) {
        return ofOwner.getOrDefault(owner, 0);
    }

    /// Takes a place if there is one for its owner and its host.
    boolean take(Delivery delivery) {
        String host = delivery.url().host();
        if (free() <= 0
                || of(delivery.owner()) >= limits.ofOwner()
                || ofHost.getOrDefault(host, 0) >= limits.ofHost()) {
            return false;
        }
        taken++;
        ofOwner.merge(delivery.owner(), 1, Integer::sum);
        ofHost.merge(host, 1, Integer::sum);
        return true;
    }

    void release(Delivery delivery) {
        taken--;
        ofOwner.compute(delivery.owner(), Places::less);
        ofHost.compute(delivery.url().host(), Places::less);
    }

    private static @Nullable Integer less(String key, @Nullable Integer count) {
        return count == null || count == 1 ? null : count - 1;
    }
}
