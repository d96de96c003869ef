package dev.enfilade.adapter.out.openai.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerMarksTest {

    @ParameterizedTest
    @CsvSource({
        "max_model_len, x, host, vllm",
        "max_model_len, library, api.openai.com, vllm",
        "meta.n_ctx_train, x, host, llamacpp",
        "id, llamacpp, host, llamacpp",
        "supported_parameters, x, host, openrouter",
        "id, system, api.openai.com, openai",
        "id, system, API.OpenAI.com, openai",
        "id, library, host, ollama",
        "id, system, host, generic",
        "id, system, api.openai.com.evil.example, generic",
    })
    void theFirstMarkDecides(String member, String owner, String host, String dialect) {
        ServerMarks marks = new ServerMarks(Set.of(member), Set.of(owner));
        assertThat(marks.dialect(host)).isSameAs(Dialects.named(dialect).orElseThrow());
    }

    @Test
    void withoutAListOnlyTheHostIsKnown() {
        assertThat(ServerMarks.dialectOfHost("api.openai.com")).isSameAs(Dialects.OPENAI);
        assertThat(ServerMarks.dialectOfHost("localhost")).isSameAs(Dialects.GENERIC);
    }

    @Test
    void dialectsAreFoundByTheirNames() {
        assertThat(Dialects.all())
                .hasSize(6)
                .allSatisfy(
                        dialect -> assertThat(Dialects.named(dialect.name())).containsSame(dialect));
        assertThat(Dialects.named("klingon")).isEmpty();
    }
}
