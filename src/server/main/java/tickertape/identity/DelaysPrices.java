package tickertape.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a resource: it tells prices, and to those whom [QuoteDelay] applies to only what is old enough. A resource that
/// has neither this nor [TellsNoPrices] is closed to them.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface DelaysPrices {}
