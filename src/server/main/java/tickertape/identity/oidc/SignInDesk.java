package tickertape.identity.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import tickertape.identity.account.SignInLimits;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;
import tickertape.store.DatabaseException;
import tickertape.web.ClientAddress;
import tickertape.web.ProblemException;

/// Takes a visitor through a sign-in at the provider: each step says where the browser goes next. Safe for any thread.
final class SignInDesk {

    private final ProviderSignIn provider;
    private final AttemptCookies cookies;
    private final Arrivals arrivals;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final SignInLog log;
    private final SecureRandom random;

    SignInDesk(
            ProviderSignIn provider,
            AttemptCookies cookies,
            Arrivals arrivals,
            Sessions sessions,
            SignInLimits limits,
            SignInLog log,
            SecureRandom random) {
        this.provider = provider;
        this.cookies = cookies;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.limits = limits;
        this.log = log;
        this.random = random;
    }

    /// To the provider.
    String begin(ReturnPath back, HttpServletRequest request, HttpServletResponse response) {
        try {
            String redirect = home(request).resolve(SignInServlet.CALLBACK).toString();
            SignInAttempt attempt = SignInAttempt.begin(random, redirect, back);
            URI there = provider.begin(attempt);
            cookies.keep(attempt, request, response);
            return there.toString();
        } catch (SignInException failure) {
            log.add(failure);
            return back.with(failure.outcome());
        } catch (DatabaseException away) {
            return back.with(SignInOutcome.UNAVAILABLE);
        }
    }

    /// Back to the page, signed in or not.
    String finish(ProviderAnswer answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignInAttempt> attempt = Optional.empty();
        try {
            attempt = cookies.take(answer.state(), request, response);
            SignInAttempt begun = attempt.orElseThrow(() ->
                    new SignInException(SignInOutcome.LATE, "it was not begun in this browser, or took too long"));
            count(request);
            Session session = arrivals.welcome(provider.finish(begun, answer), request);
            response.addCookie(servletCookie(sessions.cookie(session, request)));
            return begun.back().with(SignInOutcome.DONE);
        } catch (SignInException failure) {
            log.add(failure);
            if (attempt.isPresent()) {
                arrivals.refused(failure.outcome(), request);
            }
            return back(attempt, failure.outcome());
        } catch (DatabaseException | ProblemException away) {
            return back(attempt, SignInOutcome.UNAVAILABLE);
        }
    }

    /// To where somebody who has signed out here signs out of the provider, too.
    String leave(HttpServletRequest request) {
        try {
            return provider.end(home(request)).map(URI::toString).orElse(ReturnPath.START.with(SignInOutcome.STAYS));
        } catch (SignInException failure) {
            log.add(failure);
            return ReturnPath.START.with(SignInOutcome.STAYS);
        }
    }

    private static String back(Optional<SignInAttempt> attempt, SignInOutcome outcome) {
        return attempt.map(SignInAttempt::back).orElse(ReturnPath.START).with(outcome);
    }

    // Only what makes the provider work.
    private void count(HttpServletRequest request) throws SignInException {
        try {
            limits.count(ClientAddress.of(request));
        } catch (ProblemException tooMany) {
            throw new SignInException(SignInOutcome.TOO_MANY, tooMany);
        }
    }

    /// The address of this server, as the browser knows it.
    private URI home(HttpServletRequest request) {
        return provider.client()
                .address()
                .orElseGet(() -> URI.create(request.getRequestURL().toString()).resolve("/"));
    }

    private static Cookie servletCookie(NewCookie from) {
        var cookie = new Cookie(from.getName(), from.getValue());
        cookie.setPath(from.getPath());
        cookie.setMaxAge(from.getMaxAge());
        cookie.setHttpOnly(from.isHttpOnly());
        cookie.setSecure(from.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
