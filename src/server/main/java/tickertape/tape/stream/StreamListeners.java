package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/// Tells those who want to know of a stream that it begins or has ended; costs nothing where there are none.
record StreamListeners(List<StreamListener> all) {

    private static final Logger LOG = System.getLogger(StreamListeners.class.getName());

    /// Tells that it begins.
    ///
    /// @return tells that it has ended
    Runnable opened(StreamRequest request) {
        if (all.isEmpty()) {
            return () -> {};
        }
        OpenStream stream = OpenStream.of(request);
        tell(listener -> listener.opened(stream));
        return () -> tell(listener -> listener.closed(stream));
    }

    // A feature that fails must not keep a client from its prices.
    private void tell(Consumer<StreamListener> what) {
        for (StreamListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "A listener of streams failed", failure);
            }
        }
    }
}
