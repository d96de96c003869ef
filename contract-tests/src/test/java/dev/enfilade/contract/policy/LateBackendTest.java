package dev.enfilade.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged product, started before its backend. */
@Timeout(120)
class LateBackendTest {

    @Test
    void itStartsSaysWhatIsMissingAndServesWhenTheBackendIsThere() throws Exception {
        try (CountingBackend backend = CountingBackend.start("m")) {
            backend.goAway();
            try (Product product = Product.start("backends: {main: {url: '%s'}}".formatted(backend.url()))) {
                assertThat(product.get("/livez").statusCode()).isEqualTo(200);
                assertThat(product.get("/health").body()).contains("\"status\":\"degraded\"", "\"up\":false");
                assertThat(product.chat("/api/chat", "m").statusCode()).isEqualTo(502);
                assertThat(product.chat("/v1/chat/completions", "m").statusCode())
                        .isEqualTo(502);

                backend.comeBack();

                assertThat(product.chat("/v1/chat/completions", "m").statusCode())
                        .isEqualTo(200);
                assertThat(product.chat("/api/chat", "m").body()).contains("\"content\":\"hello\"", "\"done\":true");
            }
        }
    }
}
