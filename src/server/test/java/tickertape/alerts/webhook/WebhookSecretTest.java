package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/// Signatures are those of Standard Webhooks.
class WebhookSecretTest {

    @Test
    void signatureIsThatOfThePublishedExample() {
        // The example that the libraries of Standard Webhooks are tested with.
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretIsAnotherAndNoLogSeesIt() {
        var random = new SecureRandom();
        WebhookSecret secret = WebhookSecret.random(random);

        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret).isNotEqualTo(WebhookSecret.random(random));
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
    }
}
