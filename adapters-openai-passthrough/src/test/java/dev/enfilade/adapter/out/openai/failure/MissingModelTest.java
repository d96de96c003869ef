package dev.enfilade.adapter.out.openai.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.failure.Failure;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingModelTest {

    private static final String MODEL = "acme/gpt-4.1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/chat/completions: Invalid model name passed in model=acme/gpt-4.1. Call `/v1/models` to view available"
                        + " models for your key.",
                "acme/gpt-4.1 is not a valid model ID",
                "The model `acme/gpt-4.1` does not exist.",
                "The model `ACME/gpt-4.1` does not exist or you do not have access to it.",
                "The requested model 'acme/gpt-4.1' does not exist",
                "Model \"acme/gpt-4.1\" not found. Please specify a valid model.",
                "Model not found: acme/gpt-4.1",
                "model 'acme/gpt-4.1' not found",
                "model \"acme/gpt-4.1\" not found, try pulling it first",
                "models/acme/gpt-4.1 is not found for API version v1main, or is not supported for generateContent.",
                "Invalid model: acme/gpt-4.1",
                "Invalid model 'acme/gpt-4.1'. Permitted models can be found in the documentation",
                "No endpoints found for acme/gpt-4.1.",
                "Unable to access model acme/gpt-4.1. Please visit the list of supported models.",
                "could not find real modelID for acme/gpt-4.1",
                "unknown model acme/gpt-4.1",
                "No models loaded. Please load a model in the developer page.",
                "Model Not Exist",
                "model not found",
            })
    void noSuchModelIsRecognised(String text) {
        assertThat(MissingModel.isMeant(refused(400, text), MODEL)).isTrue();
        assertThat(MissingModel.isMeant(refused(404, text), MODEL)).isTrue();
        assertThat(MissingModel.isMeant(refused(500, text), MODEL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This model's maximum context length is 4096 tokens",
                "acme/gpt-4.1 does not support tools",
                "Tool 'weather' not found in the request to acme/gpt-4.1",
                "The file a.png does not exist; acme/gpt-4.1 needs it",
                "The model `acme/gpt-4.1-mini` does not exist",
                "The model `acme/gpt-4.1.2` does not exist",
                "The model `xacme/gpt-4.1` does not exist",
                "acme/gpt-4.1:free is not a valid model ID",
                "Invalid value for temperature of acme/gpt-4.1",
                "Invalid model parameter temperature for acme/gpt-4.1",
                "Invalid model parameters. See the page on acme/gpt-4.1",
                "model not found in cache, acme/other is used",
                "messages[1].tool_call_id does not exist",
                "",
            })
    void otherRefusalsAreNotMistakenForIt(String text) {
        assertThat(MissingModel.isMeant(refused(400, text), MODEL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "x, 'The model `x` does not exist', true",
        "x, 'max tokens does not exist', false",
        "a+(b, 'unknown model a+(b', true"
    })
    void anyNameIsTakenLiterally(String model, String text, boolean missing) {
        assertThat(MissingModel.isMeant(refused(400, text), model)).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model not found"})
    void onlyRefusalsCount(String text) {
        assertThat(MissingModel.isMeant(new Failure.Unsupported(text), MODEL)).isFalse();
    }

    private static Failure refused(int status, String text) {
        return new Failure.Refused(status, text, Optional.empty(), Optional.empty());
    }
}
