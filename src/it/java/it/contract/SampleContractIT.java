package it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import it.Http;
import it.LibertyServer;
import it.extension.Memos;
import it.extension.SampleServer;
import it.wire.Schemas;
import org.junit.jupiter.api.Test;

/// The messages of a feature in a jar are described where those of the server's own features are.
class SampleContractIT {

    private static final LibertyServer SERVER = SampleServer.shared();

    @Test
    void messagesOfAFeatureInAJarAreInTheAsyncApiDocument() {
        assertThat(Http.get(SERVER.uri("api/contract/asyncapi.yaml")).body())
                .contains("\"#/components/messages/memo\"", "\"./schema/memo.json\"")
                .contains("\"#/components/messages/reminder\"", "\"#/components/messages/dictation\"");
    }

    @Test
    void messageKeepsItsSchema() {
        String schema = Http.get(SERVER.uri("api/contract/schema/memo.json")).body();
        var compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);

        assertThat(Schemas.faults(
                        compiled,
                        Memos.of(SERVER.uri()).write("SINE", "as described").toString()))
                .isEmpty();
    }
}
