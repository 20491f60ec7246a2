package tickertape.identity.audit;

import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// An audit log for tests, and requests that it takes.
public final class TestAudit {

    private TestAudit() {}

    /// One that keeps nothing.
    public static AuditLog log(InstantSource clock) {
        return log(_ -> {}, false, clock, new RefusalTally(() -> 0));
    }

    /// One whose entries are told as action and detail.
    public static AuditLog log(Consumer<String> listener, InstantSource clock) {
        return log(
                entry -> listener.accept(entry.action() + " " + entry.detail()),
                false,
                clock,
                new RefusalTally(() -> 0));
    }

    static AuditLog log(Consumer<AuditEntry> store, boolean isLogged, InstantSource clock, RefusalTally refusals) {
        return new AuditLog(store, isLogged, JsonbBuilder.create(), clock, new SecureRandom(), refusals);
    }

    /// One from 10.0.0.1.
    public static HttpServletRequest request() {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                TestAudit.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> "10.0.0.1";
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    default -> throw new IllegalStateException("nobody asks for " + method.getName());
                });
    }
}
