package tickertape.identity.session;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.store.DatabaseException;
import tickertape.store.EntityStore;

/// What cookies are checked by: the keys they are signed with, and the sessions that were ended. It is read from the
/// database once, so that whoever has signed in stays so while the database is away. Safe for any thread.
final class SessionState {

    private static final Duration REREAD = Duration.ofSeconds(10);

    private final EntityStore store;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Duration keyAge;
    private final Duration limit;
    private final Consumer<EndedCredential> unwritten;
    private final Map<String, EndedCredential> ended = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, SessionKey> keys;

    /// When those were read.
    private volatile Instant read = Instant.EPOCH;

    /// @param keyAge after which a new key is made
    /// @param limit how long a session lasts at most
    /// @param unwritten takes the ends that could not be written, and writes them later
    SessionState(
            EntityStore store,
            InstantSource clock,
            SecureRandom random,
            Duration keyAge,
            Duration limit,
            Consumer<EndedCredential> unwritten) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.keyAge = keyAge;
        this.limit = limit;
        this.unwritten = unwritten;
    }

    /// The key for new cookies; throws `DatabaseException` while none is known.
    SessionKey newest() {
        SessionKey newest = newest(loaded());
        if (newest.created().plus(keyAge).isAfter(clock.instant())) {
            return newest;
        }
        return newest(load());
    }

    /// The key of that name; throws `DatabaseException` while none is known.
    Optional<SessionKey> key(String id) {
        @Nullable SessionKey known = loaded().get(id);
        return Optional.ofNullable(known == null ? readAgain().get(id) : known);
    }

    // Another server may have made it since. Whoever makes names of keys up has them read now and then only.
    private Map<String, SessionKey> readAgain() {
        Map<String, SessionKey> before = loaded();
        if (!read.plus(REREAD).isBefore(clock.instant())) {
            return before;
        }
        try {
            return load();
        } catch (DatabaseException away) {
            return before;
        }
    }

    /// Whether a session was ended before its time.
    boolean isEnded(Session session) {
        return isEnded(session.credential(), session.issued()) || isEnded(session.account(), session.issued());
    }

    /// Whether the rights of its account have changed since its cookie was made.
    boolean hasOldRights(Session session) {
        return isEnded(Session.rightsOf(session.account()), session.issued());
    }

    private boolean isEnded(String id, Instant issued) {
        EndedCredential end = ended.get(id);
        return end != null && !issued.isAfter(end.ended());
    }

    /// Ends a session, or all of an account: at once here, and in the database as soon as that answers.
    ///
    /// @param id the credential of one session, or the id of an account
    void end(String id) {
        Instant now = clock.instant();
        var end = new EndedCredential(id, now, now.plus(limit));
        ended.put(id, end);
        forget(now);
        try {
            var _ = store.transaction(entities -> entities.merge(end));
        } catch (DatabaseException away) {
            unwritten.accept(end);
        }
    }

    private Map<String, SessionKey> loaded() {
        Map<String, SessionKey> known = keys;
        return known == null ? load() : known;
    }

    private synchronized Map<String, SessionKey> load() {
        Instant now = clock.instant();
        Map<String, SessionKey> found = store.transaction(entities -> {
            List<EndedCredential> ends = entities.createQuery("SELECT e FROM EndedCredential e", EndedCredential.class)
                    .getResultList();
            ends.stream().filter(end -> end.forgotten().isAfter(now)).forEach(end -> ended.put(end.id(), end));
            ends.stream().filter(end -> !end.forgotten().isAfter(now)).forEach(entities::remove);
            return byId(keys(entities, now));
        });
        read = now;
        keys = found;
        return found;
    }

    private List<SessionKey> keys(EntityManager entities, Instant now) {
        List<SessionKey> all = entities.createQuery("SELECT k FROM SessionKey k", SessionKey.class)
                .getResultList();
        Instant oldest = now.minus(keyAge).minus(limit);
        all.stream().filter(key -> key.created().isBefore(oldest)).forEach(entities::remove);
        List<SessionKey> good =
                all.stream().filter(key -> !key.created().isBefore(oldest)).toList();
        boolean fresh = good.stream().anyMatch(key -> key.created().plus(keyAge).isAfter(now));
        return fresh
                ? good
                : Stream.concat(good.stream(), Stream.of(create(entities))).toList();
    }

    private SessionKey create(EntityManager entities) {
        var key = new SessionKey(random, clock.instant());
        entities.persist(key);
        return key;
    }

    private void forget(Instant now) {
        ended.values().removeIf(end -> !end.forgotten().isAfter(now));
    }

    private static Map<String, SessionKey> byId(List<SessionKey> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(SessionKey::id, Function.identity()));
    }

    private static SessionKey newest(Map<String, SessionKey> keys) {
        return keys.values().stream()
                .max(Comparator.comparing(SessionKey::created))
                .orElseThrow(() -> new IllegalStateException("there is no key"));
    }
}
