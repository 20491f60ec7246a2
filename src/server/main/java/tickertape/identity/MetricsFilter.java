package tickertape.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tickertape.web.filter.ProblemWriter;
import tickertape.web.monitoring.MetricsEndpoint;

/// Closes the metrics to who sees prices late: how many alerts wait, trades come or rows are written changes at the
/// moment when prices do.
@WebFilter(MetricsEndpoint.PATH)
public class MetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    transient Callers callers;

    @Inject
    transient QuoteDelay delay;

    @Inject
    transient ProblemWriter problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (delay.appliesTo(request, callers)) {
            problems.send(response, DelayFilter.refusal(callers.find(request).isPresent()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
