package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Two ports that are free, and that no outgoing connection takes by chance while a server is down.
public record FreePorts(int http, int https) {

    // Below the ports that systems use for outgoing connections (Linux: 32768 and up).
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    public static FreePorts find() {
        int http = free();
        int https = free();
        return http == https ? find() : new FreePorts(http, https);
    }

    private static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // In use; try the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
