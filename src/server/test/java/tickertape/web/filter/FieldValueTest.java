package tickertape.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which values of the headers that the JAX-RS runtime reads are let through to it.
class FieldValueTest {

    private static final int LONGEST = 32 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "*/*",
                "text/event-stream",
                " application/json ; charset=utf-8 ; q=0.5\t,, */*;q=0",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "a/b;x=\"quoted; q=no weight\";Q=1.000",
                "a/b;;q=0.",
                "a/b, "
            })
    void acceptIsAListOfMediaTypes(String text) {
        assertThat(FieldValue.isAccept(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "/",
                "a/",
                "/b",
                "a/b/c",
                "*a",
                "* ;q=1",
                "*;x=\"/\"",
                "a/b, ,c/d",
                "(/)",
                "a/b c/d",
                "a b/c",
                "ä/b",
                "a/b;x",
                "a/b;x=",
                "a/b;=x",
                "a/b;x=\"open",
                "a/b;x=\"a,b\"",
                "a/b;x=\"a\\\"b\"",
                "a/b;x=\"a\"b",
                "*/*;q",
                "*/*;q=",
                "*/*;q=abc",
                "*/*;Q=abc",
                "*/*;q=\"0.5\"",
                "*/*;q=2",
                "*/*;q=1.001",
                "*/*;q=0.1234",
                "*/*;q=-1",
                "*/*;q=.",
                "*/*;q=NaN",
                "a/b, */*;q=1e0"
            })
    void otherAcceptIsNot(String text) {
        assertThat(FieldValue.isAccept(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "en", "de-CH-1996", "en_US", "da, en-GB;q=0.8 ,en;q=0.7,*;q=0"})
    void acceptLanguageIsAListOfLanguages(String text) {
        assertThat(FieldValue.isAcceptLanguage(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en us", "en;q", "zz;q=q", "en;q=2", "en/us", "en=us", ";q=1", "en;q=0.5 de", "en\u00e9"})
    void otherAcceptLanguageIsNot(String text) {
        assertThat(FieldValue.isAcceptLanguage(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain; charset=utf-8", "multipart/x;boundary=\"a;b\""})
    void contentTypeIsOneMediaType(String text) {
        assertThat(FieldValue.isContentType(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "*", "a/b,", "a/b, c/d", "a/b;charset", "a/b c", "a/b;q=x"})
    void otherContentTypeIsNot(String text) {
        assertThat(FieldValue.isContentType(text)).isFalse();
    }

    @Test
    void longestHeaderIsReadToItsEnd() {
        assertThat(FieldValue.isAccept("a/b,".repeat(LONGEST / 4) + "foo")).isFalse();
        assertThat(FieldValue.isAccept("a/b" + ";x=y".repeat(LONGEST / 4))).isTrue();
        assertThat(FieldValue.isAccept("a/b;x=\"" + "y".repeat(LONGEST))).isFalse();
    }
}
