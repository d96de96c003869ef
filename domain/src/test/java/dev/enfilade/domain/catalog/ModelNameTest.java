package dev.enfilade.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {

    @ParameterizedTest
    @CsvSource({
        "llama3,             llama3,      llama3:latest,             llama3",
        "Llama3:latest,      llama3,      Llama3:latest,             Llama3",
        "x:8b,               x:8b,        x:8b,                      x:8b",
        "host:80/ns/x,       host:80/ns/x, host:80/ns/x:latest,      host:80/ns/x",
        "' spaced:LATEST ',  spaced,      spaced:LATEST,             spaced",
    })
    void keysTagsAndBareForms(String name, String key, String tagged, String bare) {
        assertThat(new ModelName(name).key()).isEqualTo(key);
        assertThat(new ModelName(name).tagged()).isEqualTo(tagged);
        assertThat(new ModelName(name).withoutDefaultTag().value()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "library/x,                             x,               x:latest",
        "Library/X:7b,                          x:7b,            X:7b",
        "registry.ollama.ai/library/x:latest,   x,               x:latest",
        "Registry.Ollama.ai/acme/Tuned:v2,      acme/tuned:v2,   acme/Tuned:v2",
        "library/ns/x,                          library/ns/x,    library/ns/x:latest",
        "host/library/x,                        host/library/x,  host/library/x:latest",
        "library,                               library,         library:latest",
        "https://registry.ollama.ai/library/x,  x,               x:latest",
        "http://host/ns/x:v2,                   host/ns/x:v2,    host/ns/x:v2",
    })
    void partsThatOllamaAssumesMakeNoDifference(String name, String key, String tagged) {
        assertThat(new ModelName(name).key()).isEqualTo(key);
        assertThat(new ModelName(name).tagged()).isEqualTo(tagged);
    }
}
