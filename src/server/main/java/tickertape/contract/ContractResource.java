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
import tickertape.web.rest.ConditionalResponse;

/// The description of the stream's events, and the schemas that it and the one of the resources are made of.
@Path("contract")
@RequestScoped
public class ContractResource {

    private static final String YAML = "application/yaml";
    private static final String JSON_SCHEMA = "application/schema+json";

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @GET
    @Path("asyncapi.yaml")
    @Produces(YAML)
    public Response events() {
        return answer.file(headers, YAML, ContractFile.events());
    }

    @GET
    @Path("schema/{file}")
    @Produces(JSON_SCHEMA)
    public Response schema(@PathParam("file") String file) {
        byte[] schema = ContractFile.schema(file).orElseThrow(NotFoundException::new);
        return answer.file(headers, JSON_SCHEMA, schema);
    }
}
