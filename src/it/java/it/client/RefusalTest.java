package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.client.Report.Offline;
import tickertape.client.connection.OfflineReason;

/// A server that answers without a stream: the client tells transient answers from permanent ones.
class RefusalTest {

    private final EventRecorder heard = new EventRecorder();

    @Test
    void clientWaitsAsLongAsAnUnavailableServerAsks() throws IOException {
        Offline offline =
                after(connection -> connection.answer("HTTP/1.1 503 Service Unavailable\nRetry-After: 1", ""));

        assertThat(offline.reason()).isEqualTo(OfflineReason.UNAVAILABLE);
        assertThat(offline.retryIn())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1).plus(EventRecorder.CAP));
    }

    @Test
    void clientTriesAgainIfAnUnavailableServerNamesNoTime() throws IOException {
        Offline offline = after(connection -> connection.answer("HTTP/1.1 503 Service Unavailable", "Overloaded"));

        assertThat(offline.reason()).isEqualTo(OfflineReason.UNAVAILABLE);
        assertThat(offline.retryIn()).isLessThanOrEqualTo(EventRecorder.CAP);
    }

    @Test
    void pageInPlaceOfAStreamIsReported() throws IOException {
        Offline offline = after(connection ->
                connection.answer("HTTP/1.1 200 OK\nContent-Type: text/html", "<!doctype html><title>Welcome</title>"));

        assertThat(offline.reason()).isEqualTo(OfflineReason.NO_STREAM);
        assertThat(offline.detail()).contains("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "408 Request Timeout", "429 Too Many Requests", "502 Bad Gateway"})
    void otherTransientAnswersCountAsUnavailable(String status) throws IOException {
        Offline offline = after(connection -> connection.answer("HTTP/1.1 " + status, "A page"));

        assertThat(offline.reason()).isEqualTo(OfflineReason.UNAVAILABLE);
        assertThat(offline.detail()).isEqualTo("status %s A page".formatted(status.substring(0, 3)));
        assertThat(offline.isPermanent()).isFalse();
        assertThat(offline.retryIn()).isLessThanOrEqualTo(EventRecorder.CAP);
    }

    @Test
    void answerThatIsNotHttpIsNotARejection() throws IOException {
        Offline offline = after(connection -> connection.answer("SSH-2.0-OpenSSH_9.9", ""));

        assertThat(offline.reason()).isEqualTo(OfflineReason.UNREACHABLE);
        assertThat(offline.isPermanent()).isFalse();
    }

    @Test
    void rejectionCarriesTheServersExplanationAndIsRepeatedSlowly() throws IOException {
        Offline offline = after(connection -> connection.answer(
                "HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json", "{\"detail\":\"no symbol 'X'\"}"));

        assertThat(offline.reason()).isEqualTo(OfflineReason.REJECTED);
        assertThat(offline.detail()).contains("400", "no symbol 'X'");
        assertThat(offline.isPermanent()).isTrue();
        assertThat(offline.retryIn()).isBetween(EventRecorder.CAP.dividedBy(2), EventRecorder.CAP);
    }

    // To another scheme, because Jersey follows a redirect within the same one by itself.
    @Test
    void newAddressOfAMovedServerIsReported() throws IOException {
        Offline offline = after(connection ->
                connection.answer("HTTP/1.1 301 Moved Permanently\nLocation: https://quotes.example/", ""));

        assertThat(offline.reason()).isEqualTo(OfflineReason.REJECTED);
        assertThat(offline.detail()).isEqualTo("status 301 to https://quotes.example/");
    }

    private Offline after(ScriptedStream.Script scene) throws IOException {
        return FailureScripts.last(heard, Duration.ofMinutes(1), scene);
    }
}
