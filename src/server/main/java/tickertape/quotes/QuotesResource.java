package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import tickertape.tape.TopicDefinition;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The latest quotes at rest, for those who ask now and then.
@Path("quotes")
@RequestScoped
public class QuotesResource {

    @Inject
    LatestQuotes board;

    @Inject
    @Named(QuoteBeans.QUOTE)
    TopicDefinition topic;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    public Response all() {
        var choice = SymbolSelection.of(topic.keys(), uri.getQueryParameters());
        var sheet = board.sheet(choice::has);
        return answer.all(headers, sheet.position() + "-" + choice, Quote.class, sheet.quotes());
    }

    @GET
    // With slashes, for there are symbols such as BTC/USD.
    @Path("{symbol: .+}")
    public Response one(@PathParam("symbol") Symbol symbol) {
        var sheet = board.sheet(symbol::equals);
        Quote quote = sheet.quotes().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no quote of " + symbol));
        return answer.one(headers, sheet.position() + "-" + symbol, Quote.class, quote);
    }
}
