package sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import tickertape.market.Market;
import tickertape.tape.Tape;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;

/// Writes memos, and reads the latest.
@Path("memos")
@RequestScoped
public class MemosResource {

    @Inject
    Memos memos;

    @Inject
    Market market;

    @Inject
    Tape tape;

    @Inject
    ConditionalResponse response;

    @Context
    HttpHeaders headers;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(NewMemo draft) {
        market.instrument(draft.symbol())
                .orElseThrow(() -> new ProblemException(Status.BAD_REQUEST, "unknown symbol: " + draft.symbol()));
        Memo memo = memos.add(draft);
        return Response.created(URI.create("memos/" + memo.number()))
                .entity(memo)
                .build();
    }

    @GET
    public Response all() {
        List<Memo> all = memos.all();
        String last = all.isEmpty() ? "none" : Long.toString(all.getLast().number());
        return response.all(headers, tape.epoch() + "-" + last, Memo.class, all);
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}")
    public Response one(@PathParam("number") long number) {
        Memo memo = memos.one(number)
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no memo " + number));
        return response.one(headers, tape.epoch() + "-" + number, Memo.class, memo);
    }
}
