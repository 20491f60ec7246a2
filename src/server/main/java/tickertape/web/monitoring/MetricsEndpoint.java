package tickertape.web.monitoring;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Serves the metrics, in the text format of Prometheus or of OpenMetrics.
///
/// Liberty's mpMetrics is not used, because it keeps the response that it writes to in a field: with two requests at
/// once, one writes into the response of the other, or into a stream that has been given the same object since.
@WebServlet(MetricsEndpoint.PATH)
public class MetricsEndpoint extends HttpServlet {

    public static final String PATH = "/metrics";

    private static final long serialVersionUID = 1;

    private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
    private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

    @Inject
    transient PrometheusRegistry registry;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExpositionFormatWriter writer = OPEN_METRICS.accepts(request.getHeader("Accept")) ? OPEN_METRICS : PROMETHEUS;
        response.setContentType(writer.getContentType());
        response.setHeader("Vary", "Accept");
        writer.write(response.getOutputStream(), registry.scrape());
    }
}
