package bench.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tickertape.identity.Authentication;
import tickertape.identity.Authenticator;
import tickertape.identity.Caller;
import tickertape.identity.Scope;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;

/// Takes each connection for an account of its own. One in a hundred of those that read the orders gets one with each
/// tick.
@ApplicationScoped
public class ConnectionAccounts implements Authenticator, TickListener {

    private static final int ONE_IN = 100;

    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> chosen = new ConcurrentLinkedQueue<>();

    @Inject
    StreamHub hub;

    @Inject
    @Named(OrderBeans.ORDER)
    TopicDefinition orders;

    @Override
    public Optional<Authentication> authenticate(HttpServletRequest request) {
        String account = Integer.toString(request.getRemotePort());
        String topics = request.getParameter("topic");
        if (topics != null && topics.contains(OrderBeans.ORDER) && asked.getAndIncrement() % ONE_IN == 0) {
            chosen.add(account);
        }
        return Optional.of(new Authentication.Known(
                new Caller(account, account, Set.of(), Set.of(Scope.READ), account, Optional.empty())));
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void onTick(Tick tick) {
        List<Draft> drafts = chosen.stream()
                .map(account -> new Draft(orders, "", "{\"side\":\"buy\",\"size\":100}").ownedBy(account))
                .toList();
        if (!drafts.isEmpty()) {
            hub.publish(drafts);
        }
    }
}
