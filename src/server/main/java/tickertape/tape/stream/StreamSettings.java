package tickertape.tape.stream;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.tape.ConflationPolicy;
import tickertape.web.start.SettingBounds;

/// The settings of the stream: `stream.…`.
@Dependent
@ConfigProperties(prefix = "stream")
public class StreamSettings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// How long nothing may be written to a stream before it gets a heartbeat.
    public Duration heartbeat = Duration.ofSeconds(15);

    /// How many messages of a topic are kept for readers that come back, unless the topic sets its own number; in
    /// memory up to twice as many.
    public int backlog = 10_000;

    /// How many messages of private topics are kept for readers that come back, for all owners together.
    @ConfigProperty(name = "private-backlog", defaultValue = "100000")
    public int privateBacklog = 100_000;

    /// A reader that comes back gets up to this many changes of a topic one by one; if it missed more, it gets the
    /// latest of each key.
    public int burst = 1000;

    /// A slow reader gets the latest of each key once its oldest unread change is older than this.
    public Duration lag = Duration.ofSeconds(1);

    /// How long a client is asked to wait before it reconnects; each client gets a random time around this one.
    public Duration retry = Duration.ofSeconds(3);

    /// How many streams may be open; further clients get a `goodbye` and come back later.
    public int subscribers = 10_000;

    /// How many streams one address may have; 0 for no limit. Ports do not count, and of IPv6 the network (/64) does.
    /// Behind a proxy, see `trusted.proxies`.
    @ConfigProperty(name = "subscribers-per-address", defaultValue = "0")
    public int subscribersPerAddress = 0;

    /// How many streams one account may have; 0 for no limit.
    @ConfigProperty(name = "subscribers-per-account", defaultValue = "0")
    public int subscribersPerAccount = 0;

    /// How old a stream gets before its client is asked to reconnect, at a random time around this one: at
    /// least a second; PT0S means never.
    public Duration rotation = Duration.ZERO;

    /// Whether clients that accept gzip get it: a quarter of the bytes, and compressed once for all of them.
    public boolean compression = true;

    StreamSettings checked() {
        between("heartbeat", Duration.ofMillis(100), heartbeat, HOUR);
        between("backlog", 1, backlog, 10_000_000);
        between("private-backlog", 1, privateBacklog, 10_000_000);
        between("burst", 0, burst, Integer.MAX_VALUE);
        between("lag", Duration.ZERO, lag, DAY);
        between("retry", Duration.ofMillis(100), retry, HOUR);
        between("subscribers", 1, subscribers, 1_000_000);
        between("subscribers-per-address", 0, subscribersPerAddress, 1_000_000);
        between("subscribers-per-account", 0, subscribersPerAccount, 1_000_000);
        if (!rotation.isZero()) {
            between("rotation", Duration.ofSeconds(1), rotation, DAY.multipliedBy(365));
        }
        return this;
    }

    /// The settings that an operator wants to know at the start.
    String inWords() {
        return "at most %s, %s from one address, %s of one account, heartbeat %s, backlog %s, private backlog %s, burst %s, lag %s, retry %s, rotation %s, %s"
                .formatted(
                        subscribers,
                        subscribersPerAddress == 0 ? "any number" : subscribersPerAddress,
                        subscribersPerAccount == 0 ? "any number" : subscribersPerAccount,
                        heartbeat,
                        backlog,
                        privateBacklog,
                        burst,
                        lag,
                        retry,
                        rotation.isZero() ? "never" : rotation,
                        compression ? "gzip for clients that accept it" : "never compressed");
    }

    ConflationPolicy conflation() {
        return new ConflationPolicy(burst, lag);
    }

    private static <T extends Comparable<T>> void between(String name, T least, T value, T most) {
        SettingBounds.check("stream." + name, least, value, most);
    }
}
