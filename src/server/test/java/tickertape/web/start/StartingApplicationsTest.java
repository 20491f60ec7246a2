package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/// Whether an application is starting is what its MBean says.
class StartingApplicationsTest {

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    /// What Liberty tells of an application.
    public interface ApplicationMBean {
        String getState();
    }

    /// An application in one state.
    public record Application(String state) implements ApplicationMBean {
        @Override
        public String getState() {
            return state;
        }
    }

    @Test
    void serverWithoutApplicationsStartsNone() {
        assertThat(StartingApplications.exist(beans)).isFalse();
    }

    @Test
    void applicationThatHasFailedIsNotStarting() throws JMException {
        add("tickertape", "INSTALLED");

        assertThat(StartingApplications.exist(beans)).isFalse();
    }

    @Test
    void oneOfTheApplicationsIsStarting() throws JMException {
        add("tickertape", "STARTING");
        add("other", "STARTED");

        assertThat(StartingApplications.exist(beans)).isTrue();
    }

    private void add(String name, String state) throws JMException {
        beans.registerMBean(
                new Application(state),
                new ObjectName("WebSphere:service=com.ibm.websphere.application.ApplicationMBean,name=" + name));
    }
}
