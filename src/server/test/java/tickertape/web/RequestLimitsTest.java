package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tickertape.web.contract.Contract;
import tickertape.wire.RequestLimits;

/// Clients read the limits that hold.
class RequestLimitsTest {

    private static final String ITEMS = String.format(Locale.ROOT, "%,d", RequestLimits.LIST_ITEMS);
    private static final String LENGTH = String.format(Locale.ROOT, "%,d", RequestLimits.QUERY_LENGTH);

    @Test
    void protocolSaysThem() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/protocol.md")))
                .contains("A list has at most %s items, and a query at most %s characters.".formatted(ITEMS, LENGTH));
    }

    @Test
    void openApiSaysThem() {
        String document = Contract.of(Contract.class.getClassLoader()).openApi().toString();

        assertThat(document)
                .contains("maxItems=%s".formatted(RequestLimits.LIST_ITEMS))
                .contains("The query is longer than %s characters.".formatted(LENGTH))
                .contains("the query has %s characters; the limit is %s"
                        .formatted(RequestLimits.QUERY_LENGTH + 1, RequestLimits.QUERY_LENGTH));
    }

    @Test
    void queryHasRoomForAsManySymbolsAndTheServerReadsIt() {
        assertThat(RequestLimits.QUERY_LENGTH)
                .as("lower ITEM_LENGTH when you raise LIST_ITEMS")
                .isGreaterThanOrEqualTo(RequestLimits.LIST_ITEMS * "1234567890.ABC%2C".length())
                .isLessThanOrEqualTo(32 * 1024 - 256);
    }
}
