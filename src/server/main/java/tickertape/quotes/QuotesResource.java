package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import tickertape.tape.TopicDefinition;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The latest quotes, for clients that ask now and then instead of following the stream.
@Path("quotes")
@RequestScoped
public class QuotesResource {

    @Inject
    LatestQuotes latest;

    @Inject
    @Named(QuoteBeans.QUOTE)
    TopicDefinition topic;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @GET
    public Response all(@QueryParam("symbol") List<String> symbols) {
        var selection = SymbolSelection.of(topic.keys(), symbols);
        var snapshot = latest.snapshot(selection::contains);
        return answer.all(headers, snapshot.position() + "-" + selection, Quote.class, snapshot.quotes());
    }

    @GET
    // A symbol may contain slashes, such as BTC/USD.
    @Path("{symbol: .+}")
    public Response one(@PathParam("symbol") Symbol symbol) {
        var snapshot = latest.snapshot(symbol::equals);
        Quote quote = snapshot.quotes().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no quote of " + symbol));
        return answer.one(headers, snapshot.position() + "-" + symbol, Quote.class, quote);
    }
}
