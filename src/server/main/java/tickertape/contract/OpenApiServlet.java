package tickertape.contract;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import tickertape.web.contract.Contract;
import tickertape.web.rest.ETag;

/// Serves the OpenAPI document at the path where tools expect it: as JSON, or as YAML to those that ask for it, by
/// `Accept` or by `?format=yaml`.
@WebServlet(urlPatterns = "/openapi")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Contract contract;

    @Inject
    transient Jsonb jsonb;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean yaml = wantsYaml(request);
        byte[] document =
                (yaml ? contract.openApiAsYaml() : jsonb.toJson(contract.openApi())).getBytes(StandardCharsets.UTF_8);
        ETag tag = ETag.of(document);
        response.setHeader("ETag", tag.text());
        response.setHeader("Vary", "Accept, Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && tag.isIn(known)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType(yaml ? "application/yaml" : "application/json");
            response.getOutputStream().write(document);
        }
    }

    private static boolean wantsYaml(HttpServletRequest request) {
        // Not by its parameter, which the server fails to read if the query is badly encoded.
        String query = String.valueOf(request.getQueryString()).toLowerCase(Locale.ROOT);
        if (query.contains("format=")) {
            return query.contains("format=yaml");
        }
        String accept =
                String.join(",", Collections.list(request.getHeaders("Accept"))).toLowerCase(Locale.ROOT);
        return accept.contains("yaml") && !accept.contains("json");
    }
}
