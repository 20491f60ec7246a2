package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is sent gzip.
class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "gzip, deflate, br, zstd",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "gzip ; Q=0.001",
                "gzip;q=.5",
                "*",
                "identity;q=0.5, *",
                "identity;q=0, gzip;q=0.2",
                " ,, gzip"
            })
    void gzipIsForThoseWhoTakeIt(String text) {
        assertThat(AcceptEncoding.allowsGzip(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "identity",
                "br",
                "gzipped",
                "gzip;q=0",
                "gzip; q=0.000",
                "gzip;q=0, *",
                "*;q=0",
                "identity, gzip;q=0.5",
                "gzip;q=",
                "gzip;q=.",
                "gzip;q=2",
                "gzip;q=1.1.1",
                "gzip;level=9"
            })
    void otherwiseTheFileGoesOutAsItIs(String text) {
        assertThat(AcceptEncoding.allowsGzip(text)).isFalse();
    }

    @Test
    void longestHeaderIsReadInOneGo() {
        assertThat(AcceptEncoding.allowsGzip("a;q=1 ".repeat(5_000) + "," + "0".repeat(30_000) + ", gzip"))
                .isTrue();
    }
}
