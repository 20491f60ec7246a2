package tickertape.web.admission;

import static tickertape.web.ClientErrorStatus.MISDIRECTED_REQUEST;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Decides where a request is handled, or that its connection is closed. Safe for any thread.
///
/// It implements Liberty's `WorkClassifier`, which applications cannot see; so Liberty's objects are called by
/// reflection. Liberty calls it for all that it serves, also for what no filter of an application sees.
final class RequestClassifier implements InvocationHandler {

    private final Map<RequestKind, Bulkhead> bulkheads;
    private final LibertyRequests requests;
    private final LibertyPages pages;
    private final String contextPath;
    private final Runnable refusal;

    /// @param refusal is told of each request that is refused because there are too many
    RequestClassifier(
            Map<RequestKind, Bulkhead> bulkheads,
            LibertyRequests requests,
            LibertyPages pages,
            String contextPath,
            Runnable refusal) {
        this.bulkheads = bulkheads;
        this.requests = requests;
        this.pages = pages;
        this.contextPath = contextPath;
        this.refusal = refusal;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // There are no two that are equal.
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (arguments == null) {
            return method.getName().equals("hashCode") ? System.identityHashCode(this) : toString();
        }
        return method.getName().equals("equals") ? proxy == arguments[0] : classify(arguments[0], arguments[1]);
    }

    private Executor classify(Object request, Object connection) {
        String path = requests.path(request);
        RequestKind kind = kind(request, connection, path);
        Bulkhead bulkhead = Objects.requireNonNull(bulkheads.get(kind));
        if (!bulkhead.enter()) {
            return refusing(connection);
        }
        if (kind == RequestKind.HEALTH) {
            // A second request, whose response the first may hold up, would only take a place of others.
            requests.closeAfterwards(connection);
        }
        if (!pages.serves(path, requests.host(connection))) {
            return misdirected(bulkhead, connection);
        }
        return LibertyPages.redirects(path) ? redirected(bulkhead, connection) : bulkhead;
    }

    /// The first response on a connection fits into its buffers, whether its client reads or not. One behind others may
    /// not, one over HTTP/2 waits for a window, and one to a request with a body may wait for that.
    private RequestKind kind(Object request, Object connection, String path) {
        RequestKind kind = RequestKind.of(requests.method(request), path, contextPath);
        return kind == RequestKind.HEALTH && !requests.isFirstOfHttp1(request, connection)
                ? RequestKind.SHARED_HEALTH
                : kind;
    }

    private Executor misdirected(Executor place, Object connection) {
        return _ -> place.execute(() -> requests.answer(connection, MISDIRECTED_REQUEST.getStatusCode()));
    }

    private Executor redirected(Executor place, Object connection) {
        return _ -> place.execute(() -> requests.redirect(connection, LibertyPages.UI));
    }

    private Executor refusing(Object connection) {
        refusal.run();
        // Without a word: even that could wait for a client that reads nothing.
        return _ -> requests.close(connection);
    }
}
