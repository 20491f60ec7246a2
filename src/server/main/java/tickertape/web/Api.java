package tickertape.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// Everything but the pages lies under `/api`.
@ApplicationPath("api")
public class Api extends Application {}
