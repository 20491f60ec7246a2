package consumer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// Where the service's resources are.
@ApplicationPath("api")
public class ConsumerApplication extends Application {}
