package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client's mistake is reported to the client, and not logged.
class LogIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Accept | */*;q=abc", "Accept | foo", "Content-Type | x", "Accept-Language | zz;q=q"})
    void headerThatCannotBeReadIsNotLogged(String name, String value) {
        assertThat(Http.get(GuardedServer.uri("api/quotes/AAPL"), name, value).statusCode())
                .isEqualTo(400);

        assertThat(GuardedServer.log()).doesNotContain("RESTEASY002130", "a request failed");
    }
}
