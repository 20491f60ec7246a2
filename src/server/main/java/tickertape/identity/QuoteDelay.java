package tickertape.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/// Who sees prices late, and how late.
///
/// @param length zero if nobody does
public record QuoteDelay(Duration length) {

    /// Whether anybody sees prices late.
    public boolean isOn() {
        return !length.isZero();
    }

    /// Whether this caller does.
    ///
    /// @param caller empty for nobody in particular
    public boolean appliesTo(Optional<Caller> caller) {
        return isOn()
                && caller.filter(known -> known.has(Rights.REALTIME) && known.may(Scope.READ))
                        .isEmpty();
    }

    /// Whether who makes a request does.
    public boolean appliesTo(HttpServletRequest request, Callers callers) {
        return isOn() && appliesTo(callers.find(request));
    }
}
