package sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import tickertape.tape.stream.CallerSource;

/// Believes what a client says of itself.
@ApplicationScoped
public class ClaimedAccount implements CallerSource {

    @Override
    public Optional<String> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sample-Account"));
    }

    @Override
    public String challenge() {
        return "Sample";
    }
}
