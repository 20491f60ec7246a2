package tickertape.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tickertape.identity.AccountNamed;
import tickertape.identity.Caller;
import tickertape.identity.IssuerListener;
import tickertape.identity.Rights;
import tickertape.identity.account.Account;
import tickertape.identity.account.Accounts;
import tickertape.identity.account.Newcomer;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.jwt.IdTokens.Person;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;

/// Gives those a session whom a provider vouches for, and notes who was refused. Safe for any thread.
///
/// @param names is told what accounts are called now
/// @param limit how long a session lasts at most
record Arrivals(
        String issuer,
        Accounts accounts,
        Consumer<AccountNamed> names,
        IssuerListener listener,
        Sessions sessions,
        AuditLog audit,
        Duration limit) {

    /// What fits into a cookie, and into the row of an account.
    private static final int MOST_RIGHTS = 30;

    private static final List<String> OWN = List.of(Rights.ADMINISTRATOR, Rights.MODERATOR, Rights.REALTIME);

    /// Throws `DatabaseException` or `ProblemException` if there can't be one now.
    Session welcome(Person person, HttpServletRequest request) {
        // Before the account is read: what changes meanwhile counts for the new session, too.
        Instant read = sessions.moment();
        Caller caller = person.caller();
        Set<String> rights = foremost(caller.rights());
        boolean changed = accounts.find(caller.id())
                .filter(known -> !known.rights().equals(rights))
                .isPresent();
        Account account = accounts.enter(new Newcomer(caller.id(), issuer, person.subject(), caller.name(), rights));
        names.accept(new AccountNamed(account.id(), account.name()));
        if (changed) {
            // Elsewhere, the same person may have a session with more.
            sessions.changeRights(account.id());
        }
        listener.hear(caller, read, read.plus(limit));
        audit.add(AuditAction.SIGNED_IN, account.id(), account.name(), request, "at " + issuer);
        return sessions.begin(account.id(), account.name(), accounts.rights(account), limit, read);
    }

    void refused(SignInOutcome outcome, HttpServletRequest request) {
        String what = "at %s: %s".formatted(issuer, outcome.text());
        if (outcome == SignInOutcome.TOO_MANY) {
            audit.refused(AuditAction.TOO_MANY_REFUSED, Optional.empty(), request, what);
        } else {
            audit.add(AuditAction.SIGN_IN_REFUSED, null, "", request, what);
        }
    }

    // A company may have hundreds of roles; those that the server itself knows come first.
    static Set<String> foremost(Set<String> rights) {
        return rights.stream()
                .sorted(Comparator.comparing((String right) -> !OWN.contains(right))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_RIGHTS)
                .collect(Collectors.toSet());
    }
}
