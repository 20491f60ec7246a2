package tickertape.alerts.webhook;

import tickertape.web.Microseconds;

/// What a receiver gets: an event as Standard Webhooks has it, around the firing as it is on the stream.
final class EventBody {

    private static final String TYPE = "alert.fired";
    private static final Microseconds TIMES = new Microseconds();

    private EventBody() {}

    /// The same bytes at each attempt.
    static String of(Delivery delivery) {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
                .formatted(TYPE, TIMES.adaptToJson(delivery.fired()), delivery.body());
    }
}
