package tickertape.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import tickertape.identity.AccessEnded;
import tickertape.identity.AccountDeleted;
import tickertape.identity.Authenticator;
import tickertape.identity.account.Accounts;
import tickertape.store.EntityClasses;
import tickertape.store.EntityStore;

/// Wires the tokens of services.
@ApplicationScoped
public class TokenBeans {

    @Produces
    static EntityClasses entities() {
        return new EntityClasses(Set.of(ApiToken.class));
    }

    @Produces
    @Singleton
    static Tokens tokens(EntityStore store, Accounts accounts, InstantSource clock, Event<AccessEnded> endings) {
        return new Tokens(
                store,
                clock,
                new SecureRandom(),
                token -> accounts.find(token.account())
                        .map(account -> new Tokens.Entry(token, account.name(), accounts.rights(account))),
                endings::fire);
    }

    @Produces
    @Singleton
    static Authenticator authenticator(Tokens tokens, InstantSource clock) {
        return new TokenAuthenticator(tokens, clock);
    }

    static void deleted(@Observes AccountDeleted deletion, Tokens tokens) {
        tokens.revokeAll(deletion.account());
    }

    /// Rights that have changed are read anew.
    static void ended(@Observes AccessEnded end, Tokens tokens) {
        tokens.forgetAll(end.account());
    }
}
