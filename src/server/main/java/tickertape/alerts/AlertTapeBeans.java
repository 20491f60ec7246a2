package tickertape.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.util.Set;
import tickertape.alerts.store.PublishedAlerts;
import tickertape.tape.SharedTopics;
import tickertape.tape.TopicDefinition;

/// Wires what alerts hear of the delayed tape, and of one that several servers share.
@ApplicationScoped
public class AlertTapeBeans {

    @Produces
    @Singleton
    static DelayedQuotes late(Jsonb jsonb) {
        return new DelayedQuotes(jsonb);
    }

    @Produces
    @Singleton
    static SharedQuotes quotes(Jsonb jsonb) {
        return new SharedQuotes(jsonb);
    }

    @Produces
    @Singleton
    static PublishedAlerts published(
            @Named(AlertBeans.ALERT) TopicDefinition alert, @Named(AlertBeans.ALERT_LIST) TopicDefinition list) {
        return new PublishedAlerts(alert, list);
    }

    @Produces
    static SharedTopics shared() {
        return new SharedTopics(Set.of(AlertBeans.ALERT, AlertBeans.ALERT_LIST));
    }
}
