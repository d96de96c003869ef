package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameGrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "_x",
                "x:latest",
                "x-1.5:7b-q4_0",
                "ns/x",
                "ns/x:t",
                "host/ns/x",
                "localhost:5000/ns/x:t",
                "https://host.example/ns/x:t",
                "_why/_the/_lucky:_stiff",
            })
    void takesWhatOllamaTakes(String name) {
        assertThat(NameGrammar.accepts(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "x:",
                ":t",
                "/x",
                "x/",
                "ns/",
                "//x",
                "a/b/c/d",
                "a b",
                " x ",
                "x@sha256:00",
                "-x",
                ".x",
                "n.s/x",
                "n:80/x",
                "-h/n/x",
                "h/-n/x",
                "h/n/-x",
                "x:-t",
                "https://ns/x",
                "https://x",
                "x:a/b",
                "x:a:b",
                "é",
                "x\n:y",
                "ho st/ns/x",
            })
    void refusesWhatOllamaRefuses(String name) {
        assertThat(NameGrammar.accepts(name)).isFalse();
    }

    @Test
    void partsHaveTheirLength() {
        assertThat(NameGrammar.accepts("x".repeat(80) + ":" + "t".repeat(80))).isTrue();
        assertThat(NameGrammar.accepts("x".repeat(81))).isFalse();
        assertThat(NameGrammar.accepts("x:" + "t".repeat(81))).isFalse();
        assertThat(NameGrammar.accepts("n".repeat(80) + "/x")).isTrue();
        assertThat(NameGrammar.accepts("n".repeat(81) + "/x")).isFalse();
        assertThat(NameGrammar.accepts("h".repeat(350) + "/ns/x")).isTrue();
        assertThat(NameGrammar.accepts("h".repeat(351) + "/ns/x")).isFalse();
    }
}
