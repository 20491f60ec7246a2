package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a visitor comes back to, whatever the address says.
class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?symbol=AAPL",
                "/?view=market&symbol=BTC/USD,AAPL#top",
                "/example.html",
                "/?q=%E8%8B%B9%E6%9E%9C+x"
            })
    void pathOfThePageIsTakenAsItIs(String path) {
        assertThat(ReturnPath.of(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "/.//evil.example",
                "/a/..//evil.example",
                "/%0a/../",
                "javascript:alert(1)",
                "evil.example",
                "/\r\nSet-Cookie: a=b",
                "/?a=\"<script>",
                "/sign-in?back=/",
                "/sign-in/out"
            })
    void whateverIsNoneLeadsToTheStart(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.START);
    }

    @Test
    void endlessPathLeadsToTheStart() {
        assertThat(ReturnPath.of("/?a=" + "b".repeat(1000))).isEqualTo(ReturnPath.START);
    }

    @ParameterizedTest
    @CsvSource({
        "/,/?sign-in=done",
        "/?symbol=AAPL,/?symbol=AAPL&sign-in=done",
        "/?symbol=AAPL#top,/?symbol=AAPL&sign-in=done#top",
        "/?sign-in=late,/?sign-in=done",
        "/?sign-in=late&symbol=AAPL,/?symbol=AAPL&sign-in=done",
        "/?symbol=AAPL&sign-in=late#top,/?symbol=AAPL&sign-in=done#top"
    })
    void outcomeIsInTheAddressOnce(String path, String address) {
        assertThat(ReturnPath.of(path).with(SignInOutcome.DONE)).isEqualTo(address);
    }
}
