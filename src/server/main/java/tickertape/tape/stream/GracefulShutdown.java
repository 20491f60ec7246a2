package tickertape.tape.stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Tape;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.SubscriberRegistry;
import tickertape.tape.delivery.Throttle;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.tape.wire.SseWriter;

/// Says goodbye to every subscriber before the server or the application stops.
///
/// A stopping application is told by `@PreDestroy`. A stopping server tells its applications too late, after it has
/// waited for open requests and cut them off; but it takes its HTTP endpoint out of JMX first, and that is heard
/// here.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GracefulShutdown {

    private static final Logger LOG = System.getLogger(GracefulShutdown.class.getName());
    private static final ObjectName ENDPOINT =
            name("WebSphere:feature=channelfw,type=endpoint,name=defaultHttpEndpoint");

    /// Who reads has its goodbye in milliseconds; the server should not wait for those who don't.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    Tape tape;

    @Inject
    StreamHub broadcast;

    @Inject
    DeliveryPolicy terms;

    @Inject
    Jsonb jsonb;

    // One object, for JMX removes a listener by its identity.
    private final NotificationListener listener = (notification, handback) -> heard(notification);

    @PostConstruct
    void listen() {
        rehearse();
        try {
            platform().addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
        } catch (InstanceNotFoundException e) {
            throw new IllegalStateException("every MBean server has a delegate", e);
        }
    }

    // An application is undeployed by taking its file away, and then no class can be loaded that was not needed before.
    private void rehearse() {
        var cursor = new Cursor(tape, new Filter(tape.topics(), Map.of()), Optional.empty(), ConflationPolicy.NONE);
        var nowhere = new SseWriter(OutputStream.nullOutputStream(), jsonb);
        var subscriber = new Subscriber(cursor, nowhere, terms, new Throttle(0), () -> {});
        subscriber.end(GoodbyeReason.SHUTDOWN);
        new Dispatcher(Runnable::run, sink -> {}, terms.nanoTime(), new StreamCounters()).stayWith(subscriber);
        sayGoodbye(new SubscriberRegistry());
    }

    private void heard(Notification notification) {
        if (notification instanceof MBeanServerNotification change
                && change.getMBeanName().equals(ENDPOINT)) {
            switch (change.getType()) {
                case MBeanServerNotification.UNREGISTRATION_NOTIFICATION -> sayGoodbye(broadcast.attendance());
                // It was switched off, and is switched on again.
                case MBeanServerNotification.REGISTRATION_NOTIFICATION ->
                    broadcast.attendance().open();
                default -> LOG.log(Level.DEBUG, "the endpoint''s MBean: {0}", change.getType());
            }
        }
    }

    @PreDestroy
    void stop() {
        try {
            platform().removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
        } catch (InstanceNotFoundException | ListenerNotFoundException e) {
            LOG.log(Level.WARNING, "the listener for the end of the server was not there", e);
        }
        sayGoodbye(broadcast.attendance());
    }

    private void sayGoodbye(SubscriberRegistry attendance) {
        int open = attendance.size();
        try {
            int left = attendance.close(GoodbyeReason.SHUTDOWN, broadcast::ring, PATIENCE);
            if (open > 0) {
                LOG.log(Level.INFO, "said goodbye to {0} subscribers; {1} did not read", open, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static MBeanServer platform() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
