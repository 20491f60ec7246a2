package tickertape.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a resource: it answers itself who comes with a session that has ended.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TellsExpiry {}
