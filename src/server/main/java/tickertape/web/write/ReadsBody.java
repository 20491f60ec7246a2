package tickertape.web.write;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a method reads the body of its request by itself, as it comes: it may have any length and form, and the
/// method checks what that is. Origin and rate are checked as for all; an `Idempotency-Key` has no effect.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadsBody {}
