package tickertape.identity.session;

import jakarta.enterprise.event.Event;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tickertape.identity.AccessEnded;
import tickertape.identity.Authentication;
import tickertape.identity.Authenticator;
import tickertape.identity.Callers;
import tickertape.identity.RandomId;
import tickertape.store.DatabaseException;

/// Begins, renews and ends the sessions of browsers, and recognizes them by their cookie. Safe for any thread.
public final class Sessions implements Authenticator {

    private static final String NAME = "tickertape";
    // Browsers take a cookie of such a name only over HTTPS, from this host, for all of its paths.
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final SessionState state;
    private final Duration idle;
    private final Duration limit;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Event<AccessEnded> endings;

    Sessions(
            SessionState state,
            SessionSettings settings,
            InstantSource clock,
            SecureRandom random,
            Event<AccessEnded> endings) {
        this.state = state;
        idle = settings.idle;
        limit = settings.limit;
        this.clock = clock;
        this.random = random;
        this.endings = endings;
    }

    /// This moment, to be taken before an account is read for a session: what ends sessions of the account, or changes
    /// its rights, while its password is checked counts for the new session, too.
    public Instant moment() {
        return clock.instant();
    }

    /// Begins a session; throws `DatabaseException` while there is no key to sign it with.
    ///
    /// @param account the id of who has just proved who it is
    /// @param most how long it lasts, however often it is renewed; the settings may say less
    /// @param read the [#moment()] before the account was read
    public Session begin(String account, String name, Set<String> rights, Duration most, Instant read) {
        return new Session(RandomId.of(random), account, name, rights, read, read, end(read, read, most));
    }

    /// The same session with a later end, and what its account is now.
    ///
    /// @param read the [#moment()] before the account was read
    public Session renew(Session session, String name, Set<String> rights, Duration most, Instant read) {
        Instant end = end(session.signedIn(), read, most);
        return new Session(session.id(), session.account(), name, rights, session.signedIn(), read, end);
    }

    // In whole seconds, as a cookie has it.
    private Instant end(Instant signedIn, Instant now, Duration longest) {
        Instant most = signedIn.plus(limit.compareTo(longest) < 0 ? limit : longest);
        Instant end = now.plus(idle);
        return (end.isBefore(most) ? end : most).truncatedTo(ChronoUnit.SECONDS);
    }

    /// Ends one session: its cookie is no good any more, and its streams end.
    public void end(Session session) {
        state.end(session.credential());
        endings.fire(new AccessEnded(session.account(), Optional.of(session.credential())));
    }

    /// Ends all sessions that an account has at this moment.
    public void endAll(String account) {
        state.end(account);
        endings.fire(new AccessEnded(account, Optional.empty()));
    }

    /// The rights of an account are others now: what was opened with the old ones ends, and a cookie that says them has
    /// none
    /// until it is renewed.
    public void changeRights(String account) {
        state.end(Session.rightsOf(account));
        endings.fire(new AccessEnded(account, Optional.empty()));
    }

    /// The cookie of a session.
    public NewCookie cookie(Session session, HttpServletRequest request) {
        return builder(request)
                .value(CookieFormat.write(session, state.newest()))
                .maxAge(Math.toIntExact(
                        Duration.between(clock.instant(), session.until()).toSeconds()))
                .build();
    }

    /// A cookie that takes the place of one that is no good any more.
    public NewCookie noCookie(HttpServletRequest request) {
        return builder(request).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(HttpServletRequest request) {
        return new NewCookie.Builder(name(request))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.LAX);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }

    /// The session of a request, if its cookie is good.
    ///
    /// Throws `DatabaseException` while nobody can say.
    public Optional<Session> find(HttpServletRequest request) {
        return cookie(request)
                .flatMap(cookie -> CookieFormat.read(cookie, state::key))
                .filter(session -> session.until().isAfter(clock.instant()) && !state.isEnded(session))
                .map(session -> state.hasOldRights(session) ? session.withoutRights() : session);
    }

    /// The session of a request; throws `ProblemException` 401 if there is none.
    public Session require(HttpServletRequest request) {
        return find(request).orElseThrow(() -> Callers.unauthorized("this takes a session: sign in"));
    }

    @Override
    public Optional<Authentication> authenticate(HttpServletRequest request) {
        if (cookie(request).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(find(request)
                    .<Authentication>map(session -> new Authentication.Known(session.caller()))
                    .orElseGet(Authentication.Expired::new));
        } catch (DatabaseException away) {
            return Optional.of(new Authentication.Unavailable());
        }
    }

    @Override
    public boolean isAmbient() {
        return true;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
