package tickertape.identity.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AccountDeleted;
import tickertape.identity.AccountDirectory;
import tickertape.identity.Caller;
import tickertape.identity.QuoteDelay;
import tickertape.identity.RealtimeAccounts;
import tickertape.identity.Rights;
import tickertape.identity.WritesUnderWay;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Sessions;
import tickertape.store.Database;
import tickertape.store.EntityClasses;
import tickertape.store.EntityStore;
import tickertape.store.WriteQueues;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the accounts of this server.
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = AccountBeans.THREADS)
public class AccountBeans {

    private static final Logger LOG = System.getLogger(AccountBeans.class.getName());

    /// How many words of issuers wait while the database is away.
    private static final int WAITING = 10_000;

    static final String THREADS = "java:module/concurrent/password-thread";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    static EntityClasses entities() {
        return new EntityClasses(Set.of(Account.class));
    }

    @Produces
    @Singleton
    static Accounts accounts(
            EntityStore store,
            InstantSource clock,
            @ConfigProperties(prefix = "identity.accounts") AccountSettings settings) {
        return new Accounts(store, clock, new SecureRandom(), settings.administrators());
    }

    @Produces
    @Singleton
    static IssuerWords words(Database database, WriteQueues queues, QuoteDelay delay, InstantSource clock) {
        var queue = queues.<IssuerWord>open(
                "issuers",
                WAITING,
                IssuerWord::account,
                new IssuerWordTable(clock),
                lost -> LOG.log(Level.WARNING, "{0} words of issuers were lost", Integer.toString(lost.size())));
        return new IssuerWords(database, queue::put, clock, delay.isOn());
    }

    @Produces
    @Singleton
    static RealtimeAccounts realtime(Accounts accounts, IssuerWords words) {
        return account -> Caller.isElsewhere(account)
                ? words.allow(account)
                : accounts.find(account)
                        .filter(known -> accounts.rights(known).contains(Rights.REALTIME))
                        .isPresent();
    }

    @Produces
    @Singleton
    static AccountDirectory directory(Accounts accounts) {
        return new NameLookup(accounts);
    }

    static void deleted(@Observes AccountDeleted deletion, IssuerWords words) {
        words.forget(deletion.account());
    }

    @Produces
    @Singleton
    PasswordThread thread() {
        return new PasswordThread(threads);
    }

    static void close(@Disposes PasswordThread thread) {
        thread.close();
    }

    @Produces
    @Singleton
    static SignInLimits limits(
            @ConfigProperties(prefix = "identity.accounts") AccountSettings settings, @NanoTime LongSupplier nanoTime) {
        return new SignInLimits(settings.checked().attemptsPerMinute, nanoTime);
    }

    @Produces
    @Singleton
    static SignIns signIns(
            Accounts accounts,
            PasswordThread thread,
            SignInLimits limits,
            AuditLog audit,
            @ConfigProperties(prefix = "identity.accounts") AccountSettings settings) {
        return new SignIns(accounts, thread, limits, audit, new PasswordHash(settings.checked().iterations));
    }

    @Produces
    @Singleton
    static Memberships memberships(
            Accounts accounts,
            SignIns signIns,
            Sessions sessions,
            AuditLog audit,
            WritesUnderWay writes,
            Event<AccountDeleted> deletions,
            InstantSource clock,
            SignInProvider provider,
            @ConfigProperties(prefix = "identity.accounts") AccountSettings settings) {
        var deletion = new AccountDeletion(accounts::delete, writes, deletions::fire);
        return new Memberships(accounts, signIns, sessions, audit, deletion, clock, provider, settings.signUp);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "identity.accounts") AccountSettings settings) {
        return settings::checked;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "identity.accounts") AccountSettings settings) {
        return new SettingsSummary("accounts", settings.checked().inWords());
    }
}
