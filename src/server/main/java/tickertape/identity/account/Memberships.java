package tickertape.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.Rights;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;
import tickertape.web.ProblemException;

/// What people do with accounts and sessions: it is checked, done, and noted in the audit log. Safe for any thread.
final class Memberships {

    /// What can't be undone asks for somebody who has just proved who it is.
    private static final Duration RECENT = Duration.ofMinutes(10);
    /// Only the settings of sessions say how long those last that began by a password.
    private static final Duration UNLIMITED = Duration.ofDays(365);

    private final Accounts accounts;
    private final SignIns signIns;
    private final Sessions sessions;
    private final AuditLog audit;
    private final AccountDeletion deletion;
    private final InstantSource clock;
    private final SignInProvider provider;
    private final boolean signUp;

    /// @param signUp whether everybody may make an account
    Memberships(
            Accounts accounts,
            SignIns signIns,
            Sessions sessions,
            AuditLog audit,
            AccountDeletion deletion,
            InstantSource clock,
            SignInProvider provider,
            boolean signUp) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
        this.audit = audit;
        this.deletion = deletion;
        this.clock = clock;
        this.provider = provider;
        this.signUp = signUp;
    }

    SignInWays ways() {
        return new SignInWays(signUp, provider.label());
    }

    /// Makes an account, and signs it in.
    Response signUp(Credentials credentials, HttpServletRequest request) {
        if (!signUp) {
            throw new ProblemException(Status.FORBIDDEN, "accounts are not made here (identity.accounts.sign-up)");
        }
        Instant read = sessions.moment();
        return begin(Status.CREATED, signIns.signUp(credentials, request), read, request);
    }

    Response signIn(Credentials credentials, HttpServletRequest request) {
        Instant read = sessions.moment();
        return begin(Status.OK, signIns.signIn(credentials, request), read, request);
    }

    /// The same session with a later end, and with the rights that its account has now.
    Response renew(HttpServletRequest request) {
        Session session = sessions.require(request);
        Instant read = sessions.moment();
        Account account = account(session);
        Session renewed = sessions.renew(session, account.name(), accounts.rights(account), limit(account), read);
        return respond(Status.OK, renewed, request);
    }

    /// Ends the session here and in all tabs; without one, there is nothing to end.
    Response signOut(HttpServletRequest request) {
        sessions.find(request).ifPresent(session -> {
            sessions.end(session);
            audit.add(AuditAction.SIGNED_OUT, session.account(), session.name(), request, "");
        });
        return gone(request);
    }

    /// Changes the password, ends all sessions, and begins a new one.
    Response changePassword(PasswordChange change, HttpServletRequest request) {
        Session session = sessions.require(request);
        signIns.changePassword(account(session), change, request);
        sessions.endAll(session.account());
        Instant read = sessions.moment();
        return begin(Status.OK, account(session), read, request);
    }

    /// Deletes the account of the session and all that belongs to it.
    Response delete(HttpServletRequest request) {
        Session session = sessions.require(request);
        if (session.signedIn().plus(RECENT).isBefore(clock.instant())) {
            throw new ProblemException(
                    Status.FORBIDDEN, "sign in again first: this takes a session that began in the last ten minutes");
        }
        deletion.delete(session.account());
        sessions.endAll(session.account());
        audit.add(AuditAction.ACCOUNT_DELETED, session.account(), session.name(), request, "");
        return gone(request);
    }

    /// Says which rights an account has from now on. Its streams end, and its sessions have the new ones once renewed.
    RightsChange changeRights(Caller administrator, String name, RightsChange change, HttpServletRequest request) {
        if (!administrator.has(Rights.ADMINISTRATOR)) {
            throw new ProblemException(Status.FORBIDDEN, "this takes the right 'administrator'");
        }
        Account account = accounts.changeRights(SignIns.name(name), Set.copyOf(change.rights()))
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no account of that name"));
        var rights = new TreeSet<>(change.rights());
        audit.add(
                AuditAction.RIGHTS_CHANGED,
                account.id(),
                account.name(),
                request,
                "%s, by %s".formatted(rights, administrator.name()));
        sessions.changeRights(account.id());
        return new RightsChange(rights.stream().toList());
    }

    private Response begin(Status status, Account account, Instant read, HttpServletRequest request) {
        Session session = sessions.begin(account.id(), account.name(), accounts.rights(account), limit(account), read);
        return respond(status, session, request);
    }

    private Duration limit(Account account) {
        return account.isElsewhere() ? provider.limit() : UNLIMITED;
    }

    private Response respond(Status status, Session session, HttpServletRequest request) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(SessionInfo.of(session.caller(), ways()))
                .cookie(sessions.cookie(session, request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response gone(HttpServletRequest request) {
        return Response.noContent().cookie(sessions.noCookie(request)).build();
    }

    private Account account(Session session) {
        return accounts.find(session.account()).orElseThrow(() -> Callers.unauthorized("the account is gone"));
    }
}
