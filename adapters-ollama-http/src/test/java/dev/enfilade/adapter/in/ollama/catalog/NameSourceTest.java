package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.in.ollama.catalog.NameSource.Place;
import dev.enfilade.domain.failure.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSourceTest {

    @ParameterizedTest
    @CsvSource({
        "gpt-oss:20b:cloud, gpt-oss:20b, CLOUD",
        "gpt-oss:20b-cloud, gpt-oss:20b, CLOUD",
        "ns/x:CLOUD, ns/x, CLOUD",
        "'x: cloud', x, CLOUD",
        "qwen3:8b:local, qwen3:8b, HERE",
        "x:Local, x, HERE",
        "llama3.2, llama3.2, ANYWHERE",
        "llama3.2:3b, llama3.2:3b, ANYWHERE",
        "my-cloud-model, my-cloud-model, ANYWHERE",
        "x-cloud, x-cloud, ANYWHERE",
        "foo:bar-cloud/baz, foo:bar-cloud/baz, ANYWHERE",
        "foo:a/b-cloud, foo:a/b-cloud, ANYWHERE",
        "cloud, cloud, ANYWHERE",
        "' x ', x, ANYWHERE"
    })
    void theEndOfANameSaysWhere(String name, String base, Place place) {
        assertThat(NameSource.of(name)).isEqualTo(new NameSource(base, place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:cloud:local", "x:local:cloud", "x:local:local", "x:local-cloud", "x:y-cloud:cloud"})
    void itIsSaidOnce(String name) {
        assertThatThrownBy(() -> NameSource.of(name))
                .isInstanceOf(FailureException.class)
                .hasMessage("use either :local or :cloud, not both: \"" + name + "\"");
    }
}
