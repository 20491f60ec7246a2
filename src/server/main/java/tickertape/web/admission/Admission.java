package tickertape.web.admission;

import java.util.Optional;
import java.util.concurrent.Executor;

/// Decides about requests of one kind before they cost a thread for long. Safe for any thread.
interface Admission {

    /// Reserves room for one request.
    ///
    /// @param connection that it came on
    /// @return what handles it, on the thread that it is given or later on another; empty if there is no room
    Optional<Executor> admit(Object connection);
}
