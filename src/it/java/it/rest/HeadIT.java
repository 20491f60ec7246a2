package it.rest;

import it.HeadHeaders;
import it.OnArquillian;
import it.Packaged;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD returns the same headers as GET.
@OnArquillian
class HeadIT {

    @ArquillianResource
    URI root;

    @Deployment(testable = false)
    static WebArchive application() {
        return Packaged.application();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/instruments",
                "api/instruments?limit=3",
                "api/instruments/NOPE",
                "api/quotes/NOPE",
                "api/quotes?symbol=NOPE"
            })
    void headHasTheHeadersOfGetAndNoBody(String path) {
        HeadHeaders.check(root.resolve(path));
    }
}
