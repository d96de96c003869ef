package dev.enfilade.adapter.in.ollama.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.ScriptedEvents;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.generation.Prompt.Templated;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateEndpointTest {

    private static final Pattern CONTEXT = Pattern.compile("\"context\":(\\[[0-9,]+])");
    private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION), Cards.assumed("open", Capability.COMPLETION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPromptBecomesATurn() throws Exception {
        post("\"prompt\":\"x\",\"system\":\"s\",\"images\":[\"" + GIF + "\"]");

        assertThat(application.generations)
                .containsExactly(new GenerateRequest(
                        new ModelName("open"),
                        new Templated(
                                Optional.of("s"),
                                List.of(),
                                List.of(new ContentPart.Text("x"), new ContentPart.Image("image/gif", GIF))),
                        new ResponseFormat.FreeText(),
                        new Thinking.Unset(),
                        Sampling.UNSET,
                        Optional.empty(),
                        Delivery.STREAMED));
    }

    @Test
    void rawPromptsAndGapsGoAsTheyAre() throws Exception {
        post("\"prompt\":\"x\",\"raw\":true");
        post("\"prompt\":\"x\",\"raw\":true,\"suffix\":\"y\"");
        post("\"prompt\":\"x\",\"suffix\":\"y\",\"system\":\"s\"");
        post(
                "\"prompt\":\"x\",\"suffix\":\"y\",\"system\":\"s\",\"template\":\"{{ .System }}|{{ .Prompt }}|{{ .Suffix }}\"");

        assertThat(prompts())
                .containsExactly(
                        new Prompt.Verbatim("x"),
                        new Prompt.Verbatim("x"),
                        new Prompt.Infill("x", "y"),
                        new Prompt.Verbatim("s|x|y"));
    }

    @ParameterizedTest
    @CsvSource({"raw,true", "suffix,'\"y\"'", "template,'\"{{ .Prompt }}\"'"})
    void picturesNeedATurn(String member, String value) throws Exception {
        assertThat(post("\"prompt\":\"x\",\"images\":[\"" + GIF + "\"],\"" + member + "\":" + value))
                .isEqualTo("{\"error\":\"images are not supported together with raw, template or suffix\"}");
        assertThat(application.generations).isEmpty();
    }

    @Test
    void theContextOfAnAnswerCarriesTheConversationIntoTheNextRequest() throws Exception {
        String first = context(post("\"prompt\":\"I am Ann\",\"system\":\"Be brief\""));
        String second = context(post("\"prompt\":\"Who?\",\"stream\":false,\"context\":" + first));
        post("\"prompt\":\"Sure?\",\"context\":" + second);
        post("\"prompt\":\"Sure?\",\"system\":\"Be long\",\"context\":" + second);

        List<Message> talk = List.of(
                UserMessage.ofText("I am Ann"),
                new AssistantMessage("Hi", "", List.of()),
                UserMessage.ofText("Who?"),
                new AssistantMessage("Hi", "", List.of()));
        List<Message> introduced = Stream.concat(Stream.of(new SystemMessage("Be brief")), talk.stream())
                .toList();
        assertThat(((Templated) prompts().get(1)).history()).isEqualTo(introduced.subList(0, 3));
        assertThat(((Templated) prompts().get(2)).history()).isEqualTo(introduced);
        assertThat(((Templated) prompts().get(3)).history()).isEqualTo(talk);
    }

    @Test
    void foreignContextIsIgnored() throws Exception {
        post("\"prompt\":\"x\",\"context\":[1,2,3]");

        assertThat(((Templated) prompts().getFirst()).history()).isEmpty();
    }

    @Test
    void aRawAnswerHasNoContext() throws Exception {
        assertThat(post("\"prompt\":\"x\",\"raw\":true")).doesNotContain("context");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"model\":\" \"                                           | 404 | model ' ' not found",
                "\"model\":\"a/b/c/d\"                                     | 400 | invalid model name",
                "\"model\":\"plain\",\"raw\":true,\"system\":\"s\",\"think\":true | 400 | raw mode does not support template, system, or context",
                "\"model\":\"plain\",\"raw\":true,\"context\":[1]          | 400 | raw mode does not support template, system, or context",
                "\"model\":\"plain\",\"think\":\"low\",\"suffix\":\"y\"    | 400 | \"plain\" does not support thinking",
                "\"model\":\"plain\",\"suffix\":\"y\",\"options\":{\"stop\":1} | 400 | registry.ollama.ai/library/plain:latest does not support insert",
                "\"model\":\"plain\",\"options\":{\"stop\":1},\"template\":\"{{\" | 500 | option \"stop\" must be of type array",
                "\"model\":\"plain\",\"prompt\":\"x\",\"template\":\"{{\",\"format\":1 | 500 | template: :1: unclosed action",
                "\"model\":\"plain\",\"prompt\":\"x\",\"template\":\"{{ range .Messages }}\" | 400 | template: {{range .Messages}} is not supported",
                "\"model\":\"plain\",\"prompt\":\"x\",\"images\":[\"YQ==\"],\"options\":{\"stop\":1} | 500 | option \"stop\" must be of type array",
                "\"model\":\"plain\",\"prompt\":\"x\",\"images\":[\"YQ==\"] | 400 | registry.ollama.ai/library/plain:latest does not support vision",
                "\"model\":\"nosuch:cloud\",\"prompt\":\"x\"           | 403 | ollama cloud is disabled: remote model is unavailable",
                "\"model\":\"plain\",\"prompt\":\"x\",\"_debug_render_only\":true | 400 | _debug_render_only is not supported",
            })
    void ofSeveralFaultsTheSameIsNamedAsByOllama(String members, int status, String error) throws Exception {
        HttpResponse<String> answer = server.post("/api/generate", "{" + members + "}");

        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error.replace("\"", "\\\"") + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(application.generations).isEmpty();
    }

    @Test
    void aModelThatOnlyEmbedsWritesNothing() throws Exception {
        application.models.add(Cards.stated("embedder", Capability.EMBEDDING));

        assertThat(server.post("/api/generate", "{\"model\":\"Embedder\",\"prompt\":\"x\"}")
                        .body())
                .isEqualTo("{\"error\":\"\\\"Embedder\\\" does not support generate\"}");
        assertThat(application.generations).isEmpty();
    }

    @Test
    void picturesDoNotMatterToAModelThatIsOnlyLoaded() throws Exception {
        HttpResponse<String> answer =
                server.post("/api/generate", "{\"model\":\"plain\",\"images\":[\"" + GIF + "\"]}");

        assertThat(answer.body()).endsWith("\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
    }

    @Test
    void aModelThatDoesNotAnswerIsNotHeld() throws Exception {
        application.answer = () -> {
            throw new FailureException(new Failure.BackendUnavailable());
        };
        post("\"prompt\":\"x\"");

        assertThat(application.held).isEmpty();
    }

    @Test
    void aModelInUseIsHeld() throws Exception {
        post("\"prompt\":\"x\",\"keep_alive\":\"1m\"");
        post("\"keep_alive\":0");
        post("\"system\":\"s\"");

        assertThat(application.held).containsExactly("open For[duration=PT1M]", "open None[]", "open Default[]");
    }

    @Test
    void toolCallsHaveTheirPlaceHereToo() throws Exception {
        application.answer = () -> ScriptedEvents.of(
                new ToolCalls(List.of(new ToolCall(Optional.empty(), "f", JsonText.EMPTY_OBJECT))),
                ScriptedEvents.STOP);

        assertThat(post("\"prompt\":\"x\"").lines().findFirst().orElseThrow())
                .endsWith("\"response\":\"\",\"done\":false,"
                        + "\"tool_calls\":[{\"function\":{\"index\":0,\"name\":\"f\",\"arguments\":{}}}]}");
        assertThat(post("\"prompt\":\"x\",\"stream\":false"))
                .endsWith(
                        "\"eval_duration\":3,\"tool_calls\":[{\"function\":{\"index\":0,\"name\":\"f\",\"arguments\":{}}}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"system\":\"12345678\" | 3", "\"raw\":true | 1", "\"suffix\":\"12345678\" | 3"})
    void withoutCountsFromTheBackendThePromptIsEstimated(String member, int tokens) throws Exception {
        application.answer =
                () -> ScriptedEvents.of(new Finished(FinishReason.STOP, Optional.empty(), ScriptedEvents.TIMING));

        assertThat(post("\"prompt\":\"1234\"," + member))
                .contains("\"prompt_eval_count\":" + tokens + ",")
                .contains("\"eval_count\":1,");
    }

    private List<Prompt> prompts() {
        return application.generations.stream().map(GenerateRequest::prompt).toList();
    }

    private String post(String members) throws Exception {
        return server.post("/api/generate", "{\"model\":\"open\"," + members + "}")
                .body();
    }

    private static String context(String answer) {
        Matcher context = CONTEXT.matcher(answer);
        assertThat(context.find()).isTrue();
        return context.group(1);
    }
}
