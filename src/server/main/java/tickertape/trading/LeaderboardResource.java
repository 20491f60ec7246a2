package tickertape.trading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.trading.board.Board;
import tickertape.web.rest.ConditionalResponse;

/// Who leads.
@Path("leaderboard")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class LeaderboardResource {

    @Inject
    Board board;

    @Inject
    DelayedLeaderboard late;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    ConditionalResponse answer;

    @Inject
    Jsonb jsonb;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    public Response now() {
        String body = delay.appliesTo(request, callers) ? late.json() : jsonb.toJson(board.leaderboard());
        return answer.file(headers, MediaType.APPLICATION_JSON, body);
    }
}
