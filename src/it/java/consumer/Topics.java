package consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import tickertape.client.Topic;

/// The topics that this service defines for the client.
@ApplicationScoped
public class Topics {

    @Produces
    static final Topic<Deal> DEALS = Topic.every("trade", Deal.class);
}
