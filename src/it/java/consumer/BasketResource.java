package consumer;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The basket's value at this moment.
@Path("basket")
public class BasketResource {

    @Inject
    Basket basket;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Valuation valuation() {
        return basket.valuation();
    }
}
