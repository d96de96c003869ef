package dev.enfilade.adapter.in.ollama.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.domain.failure.FailureException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTemplateTest {

    private static final Map<String, String> VALUES = Map.of("System", "", "Prompt", "{{ .System }}", "Suffix", "s");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`plain`                                              | plain",
                "`<{{ .Prompt }}>{{.Suffix}}`                         | <{{ .System }}>s",
                "`{{ if .System }}a{{ .System }}{{ end }}b`           | b",
                "`{{ if .System }}a{{ else }}b{{ if .Suffix }}c{{ end }}{{ end }}d` | bcd",
                "`a {{- .Suffix -}} b {{ .Suffix }} c`                | asb s c",
                "`a\n\t{{- if .Suffix }} x {{- end -}}\n b`           | a xb",
                "`{{ .Prompt }}A:{{ .Response }}after`                | {{ .System }}A:",
                "`{{ if .Suffix }}a{{ .Response }}b{{ end }}c`        | a",
                "`{{/* a comment */}}a{{ .Unknown }}`                 | a",
            })
    void variablesAndConditionsAreFilledIn(String template, String prompt) {
        assertThat(GoTemplate.render(template, VALUES)).isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{{ .Prompt`                        | template: :1: unclosed action",
                "`a\n\n{{ .Prompt }}\n{{`            | template: :4: unclosed action",
                "`a\n{{ if .Prompt }}\nb`            | template: :3: unexpected EOF",
                "`{{ end }}`                         | template: :1: unexpected {{end}}",
                "`\n{{ else }}`                      | template: :2: unexpected {{else}}",
                "`{{ }}`                             | template: :1: missing value for command",
                "`{{ if }}a{{ end }}`                | template: :1: missing value for if",
                "`{{ shout .Prompt }}`               | template: :1: function \"shout\" not defined",
                "`{{ if .A }}{{ else }}{{ else }}`   | template: :1: unexpected {{else}}",
            })
    void whatDoesNotParseIsToldInGosWords(String template, String fault) {
        assertThatThrownBy(() -> GoTemplate.render(template, VALUES))
                .isInstanceOfSatisfying(
                        OllamaError.class, error -> assertThat(error.status()).isEqualTo(500))
                .hasMessage(fault);
    }

    @ParameterizedTest
    @CsvSource({"range .Messages", "if not .System", "template \"x\"", "'.a'", "json .Prompt"})
    void theRestOfTheLanguageIsRefused(String action) {
        assertThatThrownBy(() -> GoTemplate.render("{{ " + action + " }}", VALUES))
                .isInstanceOf(FailureException.class)
                .hasMessage("template: {{" + action + "}} is not supported");
    }

    @Test
    void conditionsNestOnlySoDeep() {
        int deepest = 100;
        String fits = "{{ if .Suffix }}".repeat(deepest) + "x" + "{{ end }}".repeat(deepest);

        assertThat(GoTemplate.render(fits, VALUES)).isEqualTo("x");
        assertThat(GoTemplate.render("{{ if .Suffix }}x{{ end }}".repeat(deepest + 1), VALUES))
                .isEqualTo("x".repeat(deepest + 1));
        assertThatThrownBy(() -> GoTemplate.render("{{ if .Suffix }}" + fits + "{{ end }}", VALUES))
                .hasMessage("template: {{if .Suffix}} is not supported");
        assertThatThrownBy(() -> GoTemplate.render("{{ if .System }}".repeat(100_000), VALUES))
                .hasMessage("template: {{if .System}} is not supported");
    }
}
