package it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A server that echoes, behind a faulty proxy.
record ProxiedEcho(Echo echo, FaultyProxy proxy) implements AutoCloseable {

    static ProxiedEcho start() {
        try {
            Echo echo = Echo.start();
            return new ProxiedEcho(echo, new FaultyProxy(echo.uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        proxy.close();
        echo.close();
    }
}
