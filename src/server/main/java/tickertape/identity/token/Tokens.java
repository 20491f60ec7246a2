package tickertape.identity.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.identity.AccessEnded;
import tickertape.identity.Scope;
import tickertape.store.DatabaseException;
import tickertape.store.EntityStore;

/// The tokens in the database, and those of them that were used lately in memory. Safe for any thread; all of it throws
/// `DatabaseException` while the database is away and the memory does not help.
final class Tokens {

    static final int MOST_OF_AN_ACCOUNT = 50;

    private static final int REMEMBERED = 10_000;

    /// For how long the memory is believed, for what another server of the same database has changed.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final EntityStore store;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Owners owners;
    private final Consumer<AccessEnded> endings;
    private final Map<String, Memory> memory = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Memory> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// A token, and the account that it belongs to.
    ///
    /// @param rights of the account
    record Entry(ApiToken token, String accountName, Set<String> rights) {}

    private record Memory(Entry entry, Instant read) {}

    /// Finds the account of a token.
    interface Owners {
        Optional<Entry> entry(ApiToken token);
    }

    /// @param endings is told of each token that is no good any more
    Tokens(EntityStore store, InstantSource clock, SecureRandom random, Owners owners, Consumer<AccessEnded> endings) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.owners = owners;
        this.endings = endings;
    }

    /// A token that was just made, with its text, which nobody will see again.
    record Created(ApiToken token, TokenText text) {}

    /// Makes a token; empty if the account has as many as it may have.
    Optional<Created> create(String account, String name, Set<Scope> scopes, @Nullable Instant expires) {
        TokenText text = TokenText.of(random);
        return store.transaction(entities -> {
            long count = entities.createQuery("SELECT COUNT(t) FROM ApiToken t WHERE t.account = :account", Long.class)
                    .setParameter("account", account)
                    .getSingleResult();
            if (count >= MOST_OF_AN_ACCOUNT) {
                return Optional.empty();
            }
            var token = new ApiToken(text.id(), account, name, text.hash(), scopes, clock.instant(), expires);
            entities.persist(token);
            return Optional.of(new Created(token, text));
        });
    }

    /// All of an account, the oldest first.
    List<ApiToken> of(String account) {
        return store.transaction(entities -> entities.createQuery(
                        "SELECT t FROM ApiToken t WHERE t.account = :account ORDER BY t.created, t.id", ApiToken.class)
                .setParameter("account", account)
                .getResultList());
    }

    /// Revokes a token: from now on it is no good.
    ///
    /// @return the token that is gone; empty if the account has no such token
    Optional<ApiToken> revoke(String account, String id) {
        Optional<ApiToken> revoked = store.transaction(entities -> {
            Optional<ApiToken> found = Optional.ofNullable(entities.find(ApiToken.class, id))
                    .filter(token -> token.account().equals(account));
            found.ifPresent(entities::remove);
            return found;
        });
        revoked.ifPresent(token -> {
            forget(token.id());
            endings.accept(new AccessEnded(account, Optional.of(token.credential())));
        });
        return revoked;
    }

    void revokeAll(String account) {
        of(account).forEach(token -> revoke(account, token.id()));
    }

    /// What a token is now; empty if there is none with that id and secret.
    Optional<Entry> find(TokenText text) {
        return entry(text.id()).filter(entry -> text.matches(entry.token().hash()));
    }

    private Optional<Entry> entry(String id) {
        Instant now = clock.instant();
        Memory known = recall(id);
        if (known != null && known.read().plus(FRESH).isAfter(now)) {
            return Optional.of(known.entry());
        }
        try {
            Optional<Entry> read = read(id);
            remember(id, read, now);
            return read;
        } catch (DatabaseException away) {
            // What was good when it could last be read stays so.
            if (known == null) {
                throw away;
            }
            return Optional.of(known.entry());
        }
    }

    private Optional<Entry> read(String id) {
        return store.<Optional<ApiToken>>transaction(entities -> Optional.ofNullable(entities.find(ApiToken.class, id)))
                .flatMap(owners::entry);
    }

    private @Nullable Memory recall(String id) {
        synchronized (memory) {
            return memory.get(id);
        }
    }

    private void remember(String id, Optional<Entry> entry, Instant now) {
        synchronized (memory) {
            entry.ifPresentOrElse(found -> memory.put(id, new Memory(found, now)), () -> memory.remove(id));
        }
    }

    /// Forgets what it remembers of an account, because that has changed.
    void forgetAll(String account) {
        synchronized (memory) {
            memory.values().removeIf(known -> known.entry().token().account().equals(account));
        }
    }

    private void forget(String id) {
        synchronized (memory) {
            memory.remove(id);
        }
    }
}
