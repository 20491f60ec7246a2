package tickertape.identity.account;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response.Status;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tickertape.identity.RandomId;
import tickertape.identity.Rights;
import tickertape.store.DatabaseException;
import tickertape.store.EntityStore;
import tickertape.web.ProblemException;

/// The accounts in the database. Safe for any thread; all of it throws `ProblemException` 503 while the database is
/// away.
public final class Accounts {

    private final EntityStore store;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Set<String> administrators;

    /// @param administrators ids of accounts that have this right by the settings
    Accounts(EntityStore store, InstantSource clock, SecureRandom random, Set<String> administrators) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.administrators = Set.copyOf(administrators);
    }

    /// Creates an account that signs in here; throws `ProblemException` 409 if the name is taken by one that looks
    /// alike.
    Account create(AccountName name, String hash) {
        try {
            return store.transaction(entities -> {
                if (bySkeleton(entities, name.skeleton()).isPresent()) {
                    throw taken();
                }
                Account account = Account.withPassword(RandomId.of(random), name, hash, clock.instant());
                entities.persist(account);
                return account;
            });
        } catch (DatabaseException failure) {
            // Two that sign up at the same moment: the table takes one of them.
            throw failure.isRetryable() ? failure : taken();
        }
    }

    /// The account of somebody who signs in elsewhere, made at the first time. Its rights are what is said there, and
    /// its name as far as it is free.
    public Account enter(Newcomer newcomer) {
        try {
            return store.transaction(entities -> entered(entities, newcomer));
        } catch (DatabaseException failure) {
            if (failure.isRetryable()) {
                throw failure;
            }
            // Twice at the same moment, or a name that somebody else has just taken: now it is there.
            return store.transaction(entities -> entered(entities, newcomer));
        }
    }

    private Account entered(EntityManager entities, Newcomer newcomer) {
        List<AccountName> names = GivenNames.of(newcomer.name(), newcomer.id());
        Account account = entities.find(Account.class, newcomer.id());
        if (account == null) {
            account = Account.of(
                    newcomer.id(), free(entities, names), newcomer.issuer(), newcomer.subject(), clock.instant());
            entities.persist(account);
        } else if (!isOneOf(names, account)) {
            account.name(free(entities, names));
        }
        account.rights(newcomer.rights());
        return account;
    }

    private static boolean isOneOf(List<AccountName> names, Account account) {
        return names.stream().anyMatch(name -> name.skeleton().equals(account.skeleton()));
    }

    private static AccountName free(EntityManager entities, List<AccountName> names) {
        return names.stream()
                .filter(name -> bySkeleton(entities, name.skeleton()).isEmpty())
                .findFirst()
                .orElseThrow(Accounts::taken);
    }

    public Optional<Account> find(String id) {
        return store.transaction(entities -> Optional.ofNullable(entities.find(Account.class, id)));
    }

    /// The account that people would take for the one of this name.
    Optional<Account> named(AccountName name) {
        return store.transaction(entities -> bySkeleton(entities, name.skeleton()));
    }

    /// Those that people would take for the ones of these names, by their skeletons.
    Map<String, Account> alike(Set<String> skeletons) {
        if (skeletons.isEmpty()) {
            return Map.of();
        }
        return store.transaction(entities -> entities
                .createQuery("SELECT a FROM Account a WHERE a.skeleton IN :skeletons", Account.class)
                .setParameter("skeletons", skeletons)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Account::skeleton, account -> account)));
    }

    void changePassword(String id, String hash) {
        var _ = store.transaction(entities -> {
            Account account = entities.find(Account.class, id);
            if (account != null) {
                account.password(hash);
            }
            return account;
        });
    }

    /// Says which rights an account has from now on; throws `ProblemException` 409 if that is said elsewhere.
    ///
    /// @return the account; empty if there is none
    Optional<Account> changeRights(AccountName name, Set<String> rights) {
        return store.transaction(entities -> {
            Optional<Account> account = bySkeleton(entities, name.skeleton());
            account.ifPresent(found -> {
                if (found.isElsewhere()) {
                    throw new ProblemException(Status.CONFLICT, "its rights are said where it signs in");
                }
                found.rights(rights);
            });
            return account;
        });
    }

    void delete(String id) {
        var _ = store.transaction(entities -> entities.createQuery("DELETE FROM Account a WHERE a.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /// The rights of an account, also those that it has by the settings.
    public Set<String> rights(Account account) {
        var rights = new TreeSet<>(account.rights());
        if (administrators.contains(account.id())) {
            rights.add(Rights.ADMINISTRATOR);
        }
        return rights;
    }

    private static Optional<Account> bySkeleton(EntityManager entities, String skeleton) {
        List<Account> found = entities.createQuery(
                        "SELECT a FROM Account a WHERE a.skeleton = :skeleton", Account.class)
                .setParameter("skeleton", skeleton)
                .getResultList();
        return found.stream().findFirst();
    }

    /// A 409 for a name that is taken.
    static ProblemException taken() {
        return new ProblemException(Status.CONFLICT, "the name is taken, or looks like one that is taken");
    }
}
