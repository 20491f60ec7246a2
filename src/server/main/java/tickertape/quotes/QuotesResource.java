package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import tickertape.identity.DelaysPrices;
import tickertape.tape.TopicDefinition;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The latest quotes, for clients that ask now and then instead of following the stream.
@Path("quotes")
@RequestScoped
@DelaysPrices
public class QuotesResource {

    @Inject
    CallerPrices prices;

    @Inject
    @Named(QuoteBeans.QUOTE)
    TopicDefinition topic;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    public Response all(@QueryParam("symbol") List<String> symbols) {
        var selection = SymbolSelection.of(topic.keys(), symbols);
        var snapshot = prices.quotes(request).snapshot(selection::contains);
        return answer.all(headers, snapshot.tag() + "-" + selection, Quote.class, snapshot.quotes());
    }

    @GET
    // A symbol may contain slashes, such as BTC/USD.
    @Path("{symbol: .+}")
    public Response one(@PathParam("symbol") Symbol symbol) {
        var snapshot = prices.quotes(request).snapshot(symbol::equals);
        Quote quote = snapshot.quotes().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no quote of " + symbol));
        return answer.one(headers, snapshot.tag() + "-" + symbol, Quote.class, quote);
    }
}
