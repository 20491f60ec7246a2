package tickertape.about;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import tickertape.identity.TellsNoPrices;
import tickertape.web.rest.ConditionalResponse;

/// Which server this is, and which of its runs.
@Path("about")
@RequestScoped
@TellsNoPrices
public class AboutResource {

    @Inject
    About about;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @GET
    public Response about() {
        return answer.one(headers, about.epoch(), About.class, about);
    }
}
