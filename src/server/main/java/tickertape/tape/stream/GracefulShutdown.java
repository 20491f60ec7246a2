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
import tickertape.tape.delivery.Access;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.SubscriberRegistry;
import tickertape.tape.delivery.Throttle;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.tape.sse.SseWriter;
import tickertape.tape.sse.StreamCoding;

/// Says goodbye to every subscriber before the server or the application stops.
///
/// A stopping application gets `@PreDestroy`. A stopping server tells its applications too late, after it has
/// waited for open requests and cut them off; but it first takes its HTTP endpoint out of JMX, and that is heard
/// here.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GracefulShutdown {

    private static final Logger LOG = System.getLogger(GracefulShutdown.class.getName());
    private static final ObjectName ENDPOINT =
            name("WebSphere:feature=channelfw,type=endpoint,name=defaultHttpEndpoint");

    /// A client that reads has its goodbye in milliseconds; the server should not wait for the others.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    // Fields, because the container makes an EJB by a constructor without arguments.
    @Inject
    Tape tape;

    @Inject
    StreamHub hub;

    @Inject
    DeliveryPolicy policy;

    @Inject
    Jsonb jsonb;

    // One object: JMX removes a listener by its identity.
    private final NotificationListener listener = (notification, handback) -> notified(notification);

    @PostConstruct
    void listen() {
        rehearse();
        try {
            platform().addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
        } catch (InstanceNotFoundException e) {
            throw new IllegalStateException("every MBean server has a delegate", e);
        }
    }

    // An application is undeployed by removing its file: from then on, only classes that were needed before are there.
    private void rehearse() {
        var everything = new Filter(tape.topics(), Map.of());
        var cursor = new Cursor(tape, everything, Optional.empty(), ConflationPolicy.ALWAYS, Optional.of("nobody"));
        var nowhere = new SseWriter(OutputStream.nullOutputStream(), StreamCoding.IDENTITY, jsonb);
        var subscriber = new Subscriber(cursor, nowhere, policy, new Throttle(0), Access.PUBLIC, () -> {});
        subscriber.end(GoodbyeReason.SHUTDOWN);
        new Dispatcher(Runnable::run, sink -> {}, policy.nanoTime(), new StreamCounters()).serveAlone(subscriber);
        sayGoodbye(new SubscriberRegistry());
    }

    private void notified(Notification notification) {
        if (notification instanceof MBeanServerNotification change
                && change.getMBeanName().equals(ENDPOINT)) {
            switch (change.getType()) {
                case MBeanServerNotification.UNREGISTRATION_NOTIFICATION -> sayGoodbye(hub.subscribers());
                // It was switched off, and is switched on again.
                case MBeanServerNotification.REGISTRATION_NOTIFICATION ->
                    hub.subscribers().open();
                default -> LOG.log(Level.DEBUG, "The MBean of the endpoint: {0}", change.getType());
            }
        }
    }

    @PreDestroy
    void stop() {
        try {
            platform().removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
        } catch (InstanceNotFoundException | ListenerNotFoundException e) {
            LOG.log(Level.WARNING, "The listener for the end of the server was not there", e);
        }
        sayGoodbye(hub.subscribers());
    }

    private void sayGoodbye(SubscriberRegistry subscribers) {
        int open = subscribers.size();
        try {
            int left = subscribers.close(GoodbyeReason.SHUTDOWN, hub::wakeAll, TIMEOUT);
            if (open > 0) {
                LOG.log(
                        Level.INFO,
                        "Said goodbye to {0} subscribers; {1} did not read",
                        Integer.toString(open),
                        Integer.toString(left));
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
