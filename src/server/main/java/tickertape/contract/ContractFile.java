package tickertape.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Finds the files of the contract, which the build puts into the application.
final class ContractFile {

    private ContractFile() {}

    /// The description of the stream's events.
    static byte[] events() {
        return read("asyncapi.yaml").orElseThrow();
    }

    /// A schema, by its name such as `quote.json`.
    static Optional<byte[]> schema(String name) {
        return name.matches("[a-z-]{1,40}[.]json") ? read("schema/" + name) : Optional.empty();
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream file = ContractFile.class.getResourceAsStream("/META-INF/" + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
