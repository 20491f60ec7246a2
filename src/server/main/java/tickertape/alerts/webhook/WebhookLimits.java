package tickertape.alerts.webhook;

import java.time.Duration;

/// How webhooks are called, and how much of it there may be.
///
/// @param isOn whether they are called at all
/// @param connecting how long it may take to connect
/// @param timeout how long all of one attempt may take
/// @param patience how long it is tried
/// @param delay how late those come whose owner sees prices late
/// @param atOnce how many are under way at the same time
/// @param ofOwner of one owner
/// @param ofHost to one host
/// @param waiting how many of an owner may wait
/// @param dead how many of an owner are kept that could not be sent
/// @param kept and how long
record WebhookLimits(
        boolean isOn,
        Duration connecting,
        Duration timeout,
        Duration patience,
        Duration delay,
        int atOnce,
        int ofOwner,
        int ofHost,
        int waiting,
        int dead,
        Duration kept) {

    /// What names take to be resolved is not bounded by the timeout.
    private static final Duration SLACK = Duration.ofMinutes(1);

    /// How long nobody else sends what one server has begun to send.
    Duration claim() {
        return timeout.plus(SLACK);
    }
}
