package dev.enfilade.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.golden.BackendScript;
import dev.enfilade.contract.golden.Deployment;
import dev.enfilade.contract.golden.Difference;
import dev.enfilade.contract.golden.FakeProduct;
import dev.enfilade.contract.golden.Golden;
import dev.enfilade.contract.golden.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace finds what is damaged: nothing passes against a product that answers wrongly. */
class DamagedAnswerTest {

    private static Deployment deployment;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        deployment = Deployment.startForPages(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    static List<Golden> traces() throws IOException {
        return Traces.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void productThatSaysNothingIsFound(Golden trace) throws IOException {
        for (String body : List.of("{}", "{\"models\":[]}", "{\"error\":\"no\"}")) {
            try (FakeProduct product = FakeProduct.answering(body)) {
                Replay replay = new Replay(new BackendScript(), product.address());

                assertThat(replay.replay(trace).differences()).as(body).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    zed             | "size":[0-9]+,              | ~~                        | /models/0/size
                    zed             | "format":"gguf"             | "format":null             | /models/0/details/format
                    zed             | "id":"[^"]*",               | ~~                        | /1/message/tool_calls/0/id
                    vscode-copilot  | "version":"                 | "version":"v              | VERSION
                    vscode-copilot  | "qwen2.context_length"      | "n_ctx"                   | /model_info/qwen2.context_length
                    vscode-copilot  | ,"tools"                    | ~~                        | /capabilities
                    vscode-copilot  | data: \\[DONE]              | ~~                        | does not end in [DONE]
                    open-webui      | :latest"                    | "                         | NAMES_HAVE_TAGS
                    open-webui      | "content":"Hello"           | "content":null            | /1/message/content
                    home-assistant  | "arguments":\\{[^}]*}       | "arguments":"{}"          | /0/message/tool_calls/0/function/arguments
                    continue        | "done":true                 | "error":null,"done":true  | /1/error
                    langchain4j     | "index":1                   | "index":0                 | /0/message/tool_calls/1/function/index
                    spring-ai       | "done_reason":"stop"        | "done_reason":"tool_calls"| /last/done_reason
                    raycast         | "created_at":"[^"]*"        | "created_at":1            | /0/created_at
                    enchanted       | \\{"models"                 | {"object":"list","models" | NO_UNKNOWN_MEMBERS
                    ollama-js       | "status":"success"          | "status":"done"           | /last/status
                    """)
    void damageIsFound(String name, String from, String to, String found) throws IOException {
        assertThat(differences(name, body -> body.replaceAll(from, to)))
                .anyMatch(difference -> difference.contains(found));
    }

    @Test
    void lineSeparatorThatIsNotEscapedIsFound() throws IOException {
        assertThat(differences("ollama-python", body -> body.replace("\\u2028", "\u2028")))
                .anyMatch(difference -> difference.contains("ESCAPED_SEPARATORS"));
    }

    private static List<String> differences(String name, UnaryOperator<String> damage) throws IOException {
        Golden trace = Traces.all().stream()
                .filter(golden -> golden.name().equals(name))
                .findFirst()
                .orElseThrow();
        return deployment.replayDamaged(trace, damage).differences().stream()
                .map(Difference::toString)
                .toList();
    }
}
