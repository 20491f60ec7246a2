package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// A port says why the server does not answer there.
class HttpPortTest {

    @Test
    void portThatIsTakenCannotBeOpenedAgain() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = new HttpPort(taken.getLocalPort());

            assertThat(port.fault()).startsWith("port " + port.number() + ": ").doesNotContain("has not opened");
        }
    }

    @Test
    void portThatNobodyHasOpenedIsFree() throws IOException {
        int free;
        try (var closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        var port = new HttpPort(free);

        assertThat(port.fault()).isEqualTo("the server has not opened port " + free);
    }
}
