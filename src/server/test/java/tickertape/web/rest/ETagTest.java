package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a client has an answer already.
class ETagTest {

    private static final ETag TAG = ETag.weak("e0-5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"e0-5\"",
                "\"e0-5\"",
                "*",
                " * ",
                "\"x\", W/\"e0-5\"",
                "\"x\",\"e0-5\",\"y\"",
                "\"a,b\", \"e0-5\"",
                ", ,W/\"e0-5\""
            })
    void tagIsFoundInAList(String ifNoneMatch) {
        assertThat(TAG.isIn(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "e0-5",
                "W/e0-5",
                "\"e0-5",
                "e0-5\"",
                "\"e0-55\"",
                "\"ae0-5\"",
                "\"E0-5\"",
                "\"*\"",
                "**",
                "\"x\", *",
                "\"W/e0-5\"",
                "\"x, e0-5, y\"",
                "\""
            })
    void whatIsNoSuchTagIsNot(String ifNoneMatch) {
        assertThat(TAG.isIn(ifNoneMatch)).isFalse();
    }

    @Test
    void longestHeaderIsReadToItsEnd() {
        assertThat(TAG.isIn("\"x\",".repeat(8_000) + TAG)).isTrue();
        assertThat(TAG.isIn("\"".repeat(32_001) + "e0-5")).isFalse();
    }

    @Test
    void stateMayHoldAnyText() {
        ETag tag = ETag.weak("e0-币\"^GSPC");

        assertThat(tag.text()).isEqualTo("W/\"e0-%E5%B8%81%22^GSPC\"");
        assertThat(tag.isIn(tag.text())).isTrue();
    }

    @Test
    void otherBytesHaveAnotherTag() {
        assertThat(ETag.of(bytes("one"))).isEqualTo(ETag.of(bytes("one"))).isNotEqualTo(ETag.of(bytes("two")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
