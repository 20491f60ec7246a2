package sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import tickertape.identity.TellsNoPrices;

/// Appends to the texts that are dictated.
@Path("dictations")
@RequestScoped
@TellsNoPrices
public class DictationsResource {

    @Inject
    Dictations dictations;

    @POST
    @Path("{name: " + Dictations.NAME + "}")
    public Response append(@PathParam("name") String name, NewPiece piece) {
        dictations.append(name, piece);
        return Response.noContent().build();
    }
}
