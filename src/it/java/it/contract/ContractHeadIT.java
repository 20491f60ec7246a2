package it.contract;

import it.HeadHeaders;
import it.OnArquillian;
import it.Packaged;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD returns the same headers as GET for the documents about the events.
@OnArquillian
class ContractHeadIT {

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        return Packaged.application();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/contract/asyncapi.yaml", "api/contract/schema/quote.json"})
    void headHasTheHeadersOfGetAndNoBody(String path) {
        HeadHeaders.check(root.resolve(path));
    }
}
