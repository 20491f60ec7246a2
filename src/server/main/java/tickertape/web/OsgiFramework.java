package tickertape.web;

import java.lang.reflect.InvocationTargetException;
import java.util.Dictionary;

/// The OSGi framework that Liberty runs in, as far as its services go. Applications cannot see its classes, so this
/// calls them by reflection.
public final class OsgiFramework {

    private final ClassLoader classes;
    private final Object context;

    /// @param part a class of Liberty's own
    public OsgiFramework(Class<?> part) throws ReflectiveOperationException {
        // The loader of a bundle is itself a class of the framework.
        classes = part.getClassLoader().getClass().getClassLoader();
        Object bundle =
                type("FrameworkUtil").getMethod("getBundle", Class.class).invoke(null, part);
        context = type("Bundle").getMethod("getBundleContext").invoke(bundle);
    }

    /// Registers a service.
    ///
    /// @return its end
    public Runnable register(Class<?> service, Object object) throws ReflectiveOperationException {
        Object withoutProperties = null;
        Object registration = type("BundleContext")
                .getMethod("registerService", String.class, Object.class, Dictionary.class)
                .invoke(context, service.getName(), object, withoutProperties);
        var unregister = type("ServiceRegistration").getMethod("unregister");
        return () -> {
            try {
                unregister.invoke(registration);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("%s remains registered".formatted(service), e);
            }
        };
    }

    /// Whether there is a service of this name.
    public boolean has(String service) {
        try {
            return type("BundleContext")
                            .getMethod("getServiceReference", String.class)
                            .invoke(context, service)
                    != null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(service, e);
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return classes.loadClass("org.osgi.framework." + name);
    }
}
