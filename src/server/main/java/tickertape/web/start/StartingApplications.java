package tickertape.web.start;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// The applications that the server is starting, as its MBeans tell.
final class StartingApplications {

    private static final String ALL = "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,*";

    private StartingApplications() {}

    /// Whether there are any.
    static boolean exist() {
        return exist(ManagementFactory.getPlatformMBeanServer());
    }

    static boolean exist(MBeanServer beans) {
        try {
            return beans.queryNames(ObjectName.getInstance(ALL), null).stream()
                    .anyMatch(each -> isStarting(beans, each));
        } catch (JMException e) {
            throw new IllegalStateException(ALL, e);
        }
    }

    private static boolean isStarting(MBeanServer beans, ObjectName application) {
        try {
            return "STARTING".equals(beans.getAttribute(application, "State"));
        } catch (JMException gone) {
            // It has been taken away since.
            return false;
        }
    }
}
