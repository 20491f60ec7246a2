package tickertape.contract;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import tickertape.identity.TellsNoPrices;
import tickertape.web.contract.Contract;
import tickertape.web.rest.ConditionalResponse;

/// Serves the AsyncAPI document of the stream's events, and the JSON Schemas of all documents.
@Path("contract")
@RequestScoped
@TellsNoPrices
public class ContractResource {

    private static final String YAML = "application/yaml";
    private static final String JSON_SCHEMA = "application/schema+json";

    @Inject
    ConditionalResponse response;

    @Inject
    Contract contract;

    @Context
    HttpHeaders headers;

    @GET
    @Path("asyncapi.yaml")
    @Produces(YAML)
    public Response asyncApi() {
        return response.file(headers, YAML, contract.asyncApi());
    }

    @GET
    @Path("schema/{name}")
    @Produces(JSON_SCHEMA)
    public Response schema(@PathParam("name") String name) {
        String schema = contract.schema(name).orElseThrow(NotFoundException::new);
        return response.file(headers, JSON_SCHEMA, schema);
    }
}
