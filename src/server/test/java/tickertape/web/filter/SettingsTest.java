package tickertape.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Defaults of this package's settings, and what is refused at the start.
class SettingsTest {

    private final CorsSettings cors = new CorsSettings();
    private final HttpSettings http = new HttpSettings();

    @BeforeEach
    void none() {
        cors.origins = Optional.empty();
        cors.headers = Optional.empty();
    }

    @Test
    void aHundredRequestsAreHandledAtOnce() {
        assertThat(new RestSettings().checked().requests).isEqualTo(100);
    }

    @Test
    void writesMayHave64KiBAndComeFiveTimesASecond() {
        assertThat(new RestSettings().checked().bodyLimit).isEqualTo(64 * 1024);
        assertThat(new RestSettings().checked().writesPerMinute).isEqualTo(5 * 60);
    }

    @Test
    void noWritesAtAllIsNoSetting() {
        var rest = new RestSettings();
        rest.writesPerMinute = 0;

        assertThatThrownBy(rest::checked).hasMessage("rest.writes-per-minute must be from 1 to 1000000, not 0");
    }

    @Test
    void noRequestsAtAllIsNoSetting() {
        var rest = new RestSettings();
        rest.requests = 0;

        assertThatThrownBy(rest::checked).hasMessage("rest.requests must be from 1 to 200, not 0");
    }

    @Test
    void moreRequestsThanThereAreThreadsForIsNoSetting() {
        var rest = new RestSettings();
        rest.requests = 100_000;

        assertThatThrownBy(rest::checked).hasMessage("rest.requests must be from 1 to 200, not 100000");
    }

    @Test
    void bodyThatFillsTheMemoryIsNoSetting() {
        var rest = new RestSettings();
        rest.bodyLimit = Integer.MAX_VALUE;

        assertThatThrownBy(rest::checked).hasMessageStartingWith("rest.body-limit must be from 1 to 16777216");
    }

    @Test
    void anyHostIsServedByDefault() {
        http.hosts = Optional.empty();

        assertThat(http.checked()).isEmpty();
    }

    @Test
    void hostsAreListedWithoutCase() {
        http.hosts = Optional.of(List.of("Desk.example", "127.0.0.1", "[::1]", "nginx_1"));

        assertThat(http.checked()).containsExactlyInAnyOrder("desk.example", "127.0.0.1", "[::1]", "nginx_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "desk.example:8080", "https://desk.example", "a/b", "a?", "*", "::1"})
    void whatIsNoHostIsRefused(String text) {
        http.hosts = Optional.of(List.of(text));

        assertThatThrownBy(http::checked).hasMessageContaining("'" + text + "'");
    }

    @Test
    void nobodyIsAllowedByDefault() {
        cors.origins = Optional.empty();

        assertThat(cors.checked()).isEmpty();
    }

    @Test
    void originsAreListedOneByOne() {
        cors.origins = Optional.of(List.of("https://desk.example", "http://localhost:3000", "http://[::1]:8080"));

        assertThat(cors.checked()).containsExactlyInAnyOrderElementsOf(cors.origins.orElseThrow());
    }

    @Test
    void portsAreThoseThatBrowsersSend() {
        cors.origins = Optional.of(List.of("http://a.example:443", "https://a.example:80", "https://a.example:65535"));

        assertThat(cors.checked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x:443", "http://x:80", "https://[::1]:443"})
    void portThatBrowsersLeaveOutIsRefused(String text) {
        cors.origins = Optional.of(List.of(text));

        assertThatThrownBy(cors::checked).hasMessageContainingAll("'" + text + "'", "without the port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x:99999", "https://x:65536", "http://[::1]:0", "https://x:0443"})
    void whatIsNoPortIsRefused(String text) {
        cors.origins = Optional.of(List.of(text));

        assertThatThrownBy(cors::checked).hasMessageContainingAll("'" + text + "'", "from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "desk.example",
                "https://*.example",
                "https://desk.example/",
                "https://desk.example/page",
                "ftp://desk.example",
                "https://Desk.example",
                "https://a b",
                "https://desk.example:"
            })
    void whatIsNoOriginIsRefused(String text) {
        cors.origins = Optional.of(List.of(text));

        assertThatThrownBy(cors::checked).hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Desk", "X-Desk:", "X-Desk, X-Other"})
    void whatIsNoNameOfAHeaderIsRefused(String text) {
        cors.headers = Optional.of(List.of(text));

        assertThatThrownBy(cors::checked).hasMessageContaining("'" + text + "'");
    }

    /// Until Liberty adds threads, which takes it seconds, nothing else would move: neither market nor streams.
    @Test
    void serverHasThreadsForMoreThanAreLetIn() throws IOException {
        Matcher threads = Pattern.compile("coreThreads=\"(\\d+)\"")
                .matcher(Files.readString(Path.of("liberty/config/server.xml")));

        assertThat(threads.find()).isTrue();
        assertThat(Integer.parseInt(threads.group(1))).isGreaterThanOrEqualTo(RestSettings.MOST_REQUESTS + 100);
    }
}
