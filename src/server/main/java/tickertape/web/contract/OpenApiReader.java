package tickertape.web.contract;

import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/// Gives MicroProfile OpenAPI the model that `/openapi` shows. The server creates it itself, without CDI.
public class OpenApiReader implements OASModelReader {

    @Override
    public OpenAPI buildModel() {
        Contract contract = Contract.of(OpenApiReader.class.getClassLoader());
        return OpenApiModel.of(contract.openApi());
    }
}
