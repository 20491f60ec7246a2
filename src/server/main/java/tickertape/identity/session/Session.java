package tickertape.identity.session;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tickertape.identity.Caller;
import tickertape.identity.Scope;

/// Somebody who has signed in, as the cookie says it.
///
/// @param account the id of the account
/// @param signedIn when the password was asked for
/// @param issued when the cookie was made
public record Session(
        String id, String account, String name, Set<String> rights, Instant signedIn, Instant issued, Instant until) {

    static final String PREFIX = "session:";

    public Session {
        rights = Set.copyOf(rights);
    }

    /// What is ended when the rights of an account change.
    static String rightsOf(String account) {
        return "rights:" + account;
    }

    Session withoutRights() {
        return new Session(id, account, name, Set.of(), signedIn, issued, until);
    }

    String credential() {
        return PREFIX + id;
    }

    /// Whom it makes of a request.
    public Caller caller() {
        return new Caller(account, name, rights, EnumSet.allOf(Scope.class), credential(), Optional.of(until));
    }
}
