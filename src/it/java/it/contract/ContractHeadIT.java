package it.contract;

import it.HeadHeaders;
import it.LivelyServer;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD returns the same headers as GET for the documents about the events.
class ContractHeadIT {

    private final URI root = LivelyServer.uri();

    @ParameterizedTest
    @ValueSource(strings = {"api/contract/asyncapi.yaml", "api/contract/schema/quote.json"})
    void headHasTheHeadersOfGetAndNoBody(String path) {
        HeadHeaders.check(root.resolve(path));
    }
}
