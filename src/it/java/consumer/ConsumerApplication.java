package consumer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// The root of the service's resources.
@ApplicationPath("api")
public class ConsumerApplication extends Application {}
