package tickertape.identity.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tickertape.identity.Caller;
import tickertape.identity.IssuerListener;
import tickertape.identity.Rights;
import tickertape.store.Database;

/// The last words of issuers, of those accounts that they vouch for. Safe for any thread.
final class IssuerWords implements IssuerListener {

    private static final int REMEMBERED = 10_000;

    private final Database database;
    private final Consumer<IssuerWord> unwritten;
    private final InstantSource clock;
    private final boolean isOn;
    private final Map<String, IssuerWord> memory = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, IssuerWord> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param unwritten takes what is to be written soon
    /// @param isOn whether anybody asks for them
    IssuerWords(Database database, Consumer<IssuerWord> unwritten, InstantSource clock, boolean isOn) {
        this.database = database;
        this.unwritten = unwritten;
        this.clock = clock;
        this.isOn = isOn;
    }

    /// Notes it, unless the issuer has said something later.
    @Override
    public void hear(Caller caller, Instant said, Instant ends) {
        if (!isOn) {
            return;
        }
        var word = new IssuerWord(caller.id(), caller.has(Rights.REALTIME), said, ends);
        if (remember(word)) {
            unwritten.accept(word);
        }
    }

    private boolean remember(IssuerWord word) {
        synchronized (memory) {
            IssuerWord known = memory.get(word.account());
            if (known != null && !word.replaces(known)) {
                return false;
            }
            memory.put(word.account(), word);
            return true;
        }
    }

    /// Whether an account may see prices at once; throws `DatabaseException`.
    boolean allow(String account) {
        // What was heard here is perhaps not written yet, and what another server has heard is only there.
        Optional<IssuerWord> written = database.query(connection -> IssuerWordTable.find(connection, account));
        return Stream.concat(heard(account).stream(), written.stream())
                .reduce((one, other) -> other.replaces(one) ? other : one)
                .filter(word -> word.allows(clock.instant()))
                .isPresent();
    }

    private Optional<IssuerWord> heard(String account) {
        synchronized (memory) {
            return Optional.ofNullable(memory.get(account));
        }
    }

    /// Forgets an account that is gone.
    void forget(String account) {
        synchronized (memory) {
            memory.remove(account);
        }
        var _ = database.transaction(connection -> {
            IssuerWordTable.delete(connection, account);
            return account;
        });
    }
}
