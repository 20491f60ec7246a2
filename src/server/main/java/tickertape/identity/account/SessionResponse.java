package tickertape.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;

/// What everybody gets who has just signed in, or goes on being so: the session, and its cookie.
final class SessionResponse {

    /// Nobody keeps what is about one caller at one moment.
    static final String UNKEPT = "no-store";

    private SessionResponse() {}

    static Response of(
            Response.ResponseBuilder response,
            Session session,
            Sessions sessions,
            boolean signUp,
            HttpServletRequest request) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(SessionInfo.of(session.caller(), signUp))
                .cookie(sessions.cookie(session, request))
                .header(HttpHeaders.CACHE_CONTROL, UNKEPT)
                .build();
    }
}
