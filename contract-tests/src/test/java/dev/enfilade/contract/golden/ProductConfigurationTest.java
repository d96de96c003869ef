package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProductConfigurationTest {

    private static final URI BACKEND = URI.create("http://127.0.0.1:1/v1");

    @Test
    void settingsOfModelsGetTheProductsOwnNames() throws IOException {
        assertThat(ProductConfiguration.withModels(Corpus.shared("overrides.json"))
                        .apply(BACKEND)
                        .at("/models/embedder"))
                .hasToString(
                        "{\"model\":\"embedder\",\"capabilities\":[\"embedding\"],\"context\":512,\"family\":\"bert\","
                                + "\"parameter-size\":\"33M\",\"quantization\":\"F16\",\"embedding-length\":4}");
    }

    @Test
    void productOnItsOwnIsToldNothingAboutModels() {
        assertThat(ProductConfiguration.withoutModels(BACKEND).has("models")).isFalse();
        assertThat(ProductConfiguration.withoutModels(BACKEND)
                        .at("/backends/main/url")
                        .textValue())
                .isEqualTo("http://127.0.0.1:1/v1");
    }
}
