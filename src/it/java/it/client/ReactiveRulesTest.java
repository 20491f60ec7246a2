package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/// Runs [ReactiveRules], which are written for TestNG.
class ReactiveRulesTest {

    @ParameterizedTest
    @ValueSource(classes = {ReactiveRules.OfQuotes.class, ReactiveRules.OfAnOwnTopic.class})
    void publisherKeepsTheRules(Class<?> rules) {
        var results = new TestListenerAdapter();
        var testNg = new TestNG(false);
        testNg.setTestClasses(new Class<?>[] {rules});
        testNg.addListener(results);

        testNg.run();

        assertThat(results.getFailedTests())
                .as(
                        "%s",
                        results.getFailedTests().stream()
                                .map(ITestResult::getThrowable)
                                .toList())
                .isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        List<String> passed =
                results.getPassedTests().stream().map(ITestResult::getName).toList();
        assertThat(passed)
                .hasSizeGreaterThanOrEqualTo(15)
                .contains(
                        "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements",
                        "required_spec303_mustNotAllowUnboundedRecursion",
                        "required_spec309_requestZeroMustSignalIllegalArgumentException",
                        "required_spec312_cancelMustMakeThePublisherToEventuallyStopSignaling",
                        "required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber",
                        "required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue");
    }
}
