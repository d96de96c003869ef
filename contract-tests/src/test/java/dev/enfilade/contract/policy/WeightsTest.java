package dev.enfilade.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three backends with the same model: one with the larger share, one with the smaller, and a reserve. */
class WeightsTest {

    private CountingBackend large;
    private CountingBackend small;
    private CountingBackend reserve;
    private Product product;

    @BeforeEach
    void start() throws Exception {
        reserve = CountingBackend.start("shared");
        small = CountingBackend.start("shared");
        large = CountingBackend.start("shared", "last");
        product = Product.start("""
                backends:
                  reserve: {url: '%s', dialect: openai, weight: 0}
                  small: {url: '%s', dialect: openai}
                  large: {url: '%s', dialect: openai, weight: 3}
                models: {alias: shared, bound: {backend: reserve, model: shared}}
                """.formatted(reserve.url(), small.url(), large.url()));
        assertThat(product.get("/api/tags").body()).contains("last");
    }

    @AfterEach
    void stop() {
        product.close();
        reserve.close();
        small.close();
        large.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/v1/chat/completions"})
    void callsAreSpreadByWeight(String path) throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(product.chat(path, "shared").body()).contains("hello");
            assertThat(product.chat(path, "alias").body()).contains("hello");
        }
        assertThat(large.asked()).isEqualTo(30);
        assertThat(small.asked()).isEqualTo(10);
        assertThat(reserve.asked()).isZero();
    }

    @Test
    void theReserveStepsInWhereAllOthersAreGone() throws Exception {
        large.goAway();
        small.goAway();

        for (int i = 0; i < 20; i++) {
            assertThat(product.chat("/api/chat", "shared").body()).contains("hello");
        }
        assertThat(reserve.asked()).isEqualTo(20);
    }

    @Test
    void aNameThatIsBoundStaysThere() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertThat(product.chat("/v1/chat/completions", "bound").body()).contains("hello");
        }
        assertThat(reserve.asked()).isEqualTo(8);
    }
}
