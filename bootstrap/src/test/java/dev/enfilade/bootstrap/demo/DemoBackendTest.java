package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a client sees it, over HTTP. */
class DemoBackendTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEATHER = """
            {"type":"function","function":{"name":"weather","parameters":{"type":"object","required":["city","unit","days"],
            "properties":{"city":{"type":"string"},"unit":{"enum":["celsius","fahrenheit"]},"days":{"type":"integer"},
            "note":{"type":"string"}}}}}""";
    private static final String TIME = """
            {"type":"function","function":{"name":"time","parameters":{"type":"object","properties":{}}}}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private DemoBackend demo;

    @BeforeEach
    void start() throws IOException {
        demo = DemoBackend.start();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        demo.close();
    }

    @Test
    void listsItsModels() {
        JsonNode list = get("/models");

        assertThat(list.path("data"))
                .extracting(model -> model.path("id").asText())
                .containsExactly("demo-echo", "demo-slow", "demo-think", "demo-tools", "demo-error", "demo-embed");
        assertThat(list.path("data"))
                .allSatisfy(model -> assertThat(model.path("owned_by").asText()).isEqualTo("enfilade-demo"));
        assertThat(get("/models/demo-echo")).isEqualTo(list.path("data").path(0));
    }

    @Test
    void echoSaysTheLastUserMessageBack() {
        JsonNode answer = chat("demo-echo", "Hello  big\nworld!", "");

        assertThat(content(answer)).isEqualTo("Hello  big\nworld!");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void sameQuestionHasTheSameAnswer() {
        assertThat(chat("demo-echo", "again", "")).isEqualTo(chat("demo-echo", "again", ""));
    }

    @Test
    void streamComesWordByWord() {
        List<JsonNode> events = stream("demo-echo", "one two three", "");

        assertThat(deltas(events, "content")).containsExactly("", "one", " two", " three");
        assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(events).noneSatisfy(event -> assertThat(event.has("usage")).isTrue());
    }

    @Test
    void usageIsTheLastEventWhereItWasAskedFor() {
        JsonNode last = stream("demo-echo", "one two", ",\"stream_options\":{\"include_usage\":true}")
                .getLast();

        assertThat(last.path("choices")).isEmpty();
        assertThat(last.at("/usage/total_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void firstTokenIsReadWhileTheRestIsStillToCome() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = client.send(
                post("/chat/completions", chatBody("demo-slow", "to 9999", ",\"stream\":true")),
                BodyHandlers.ofLines());

        try (Stream<String> lines = response.body()) {
            assertThat(lines.filter(line -> line.contains("\"content\":\"1\"")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void slowCountsToTheNumberAsked() {
        assertThat(deltas(stream("demo-slow", "count to 3", ""), "content")).containsExactly("", "1", " 2", " 3");
    }

    @Test
    void thinkThinksFirstUnlessItMayNot() {
        List<JsonNode> events = stream("demo-think", "hi", "");

        assertThat(deltas(events, "reasoning_content")).hasSizeGreaterThan(3);
        assertThat(String.join("", deltas(events, "content"))).isEqualTo("hi");
        assertThat(chat("demo-think", "hi", "")
                        .at("/choices/0/message/reasoning_content")
                        .asText())
                .isNotEmpty();
        assertThat(chat("demo-think", "hi", ",\"reasoning_effort\":\"none\"")
                        .at("/choices/0/message")
                        .has("reasoning_content"))
                .isFalse();
    }

    @Test
    void toolsCallsTheFirstToolWithAllThatIsRequired() throws IOException {
        JsonNode answer = chat("demo-tools", "Weather in Paris?", tools(WEATHER, TIME));

        JsonNode call = answer.at("/choices/0/message/tool_calls/0");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(answer.at("/choices/0/message/tool_calls")).hasSize(1);
        assertThat(call.at("/function/name").asText()).isEqualTo("weather");
        assertThat(JSON.readTree(call.at("/function/arguments").asText()))
                .isEqualTo(JSON.readTree("{\"city\":\"Paris\",\"unit\":\"celsius\",\"days\":1}"));
    }

    @Test
    void streamedCallComesInPieces() throws IOException {
        List<JsonNode> events = stream("demo-tools", "Weather in Paris?", tools(WEATHER));
        List<JsonNode> calls = events.stream()
                .map(event -> event.at("/choices/0/delta/tool_calls/0"))
                .filter(JsonNode::isObject)
                .toList();

        assertThat(calls).hasSizeGreaterThan(1).first().satisfies(call -> {
            assertThat(call.path("id").asText()).isNotEmpty();
            assertThat(call.at("/function/name").asText()).isEqualTo("weather");
        });
        assertThat(JSON.readTree(calls.stream()
                                .map(call -> call.at("/function/arguments").asText())
                                .collect(Collectors.joining()))
                        .path("city")
                        .asText())
                .isEqualTo("Paris");
        assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    }

    @Test
    void bothMeansTwoCallsAtOnce() {
        JsonNode two = chat("demo-tools", "both please", tools(WEATHER, TIME)).at("/choices/0/message/tool_calls");
        JsonNode twice = chat("demo-tools", "both please", tools(WEATHER)).at("/choices/0/message/tool_calls");

        assertThat(two).extracting(call -> call.at("/function/name").asText()).containsExactly("weather", "time");
        assertThat(twice)
                .extracting(call -> call.path("id").asText())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void resultOfAToolIsInTheAnswer() {
        JsonNode answer = post("/chat/completions", 200, """
                {"model":"demo-tools","tools":[%s],"messages":[{"role":"user","content":"Weather?"},
                {"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"weather","arguments":"{}"}}]},
                {"role":"tool","tool_call_id":"c","content":"22 degrees"}]}""".formatted(WEATHER));

        assertThat(content(answer)).contains("22 degrees");
        assertThat(answer.at("/choices/0/message").has("tool_calls")).isFalse();
    }

    @Test
    void noToolIsCalledWhereNoneMayBe() {
        assertThat(content(chat("demo-tools", "hi", tools(WEATHER) + ",\"tool_choice\":\"none\"")))
                .isEqualTo("hi");
        assertThat(content(chat("demo-tools", "hi", ""))).isEqualTo("hi");
    }

    @Test
    void errorFailsBeforeTheStream() {
        assertThat(post("/chat/completions", 503, chatBody("demo-error", "hi", ",\"stream\":true"))
                        .at("/error/code")
                        .asText())
                .isEqualTo("demo_error");
    }

    @Test
    void errorFailsInTheMiddleOfTheStream() {
        List<String> lines = lines(chatBody("demo-error", "fail mid way", ",\"stream\":true"));

        assertThat(lines).anyMatch(line -> line.contains("\"content\":\"This\""));
        assertThat(lines.getLast()).startsWith("data: {\"error\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"stream\":true"})
    void errorCutsTheConnection(String streamed) {
        assertThatThrownBy(() -> lines(chatBody("demo-error", "cut it", streamed)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void tokensStopAtTheLimit() {
        JsonNode answer = chat("demo-echo", "one two three", ",\"max_tokens\":2");

        assertThat(content(answer)).isEqualTo("one two");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(content(chat("demo-echo", "one two three", ",\"max_completion_tokens\":1")))
                .isEqualTo("one");
    }

    @Test
    void textStopsAtAStopSequence() {
        assertThat(content(chat("demo-echo", "one two three", ",\"stop\":[\"three\",\"two\"]")))
                .isEqualTo("one ");
        assertThat(content(chat("demo-echo", "one two three", ",\"stop\":\" t\"")))
                .isEqualTo("one");
    }

    @Test
    void answerIsJsonWhereJsonIsAskedFor() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}}}";

        assertThat(JSON.readTree(content(chat("demo-echo", "hi", ",\"response_format\":{\"type\":\"json_object\"}"))))
                .isEqualTo(JSON.readTree("{\"echo\":\"hi\"}"));
        assertThat(JSON.readTree(content(chat(
                        "demo-echo",
                        "hi",
                        ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":" + schema
                                + "}}"))))
                .isEqualTo(JSON.readTree("{\"age\":1}"));
    }

    @Test
    void logprobsComeWhereTheyAreAskedFor() {
        JsonNode logprobs = chat("demo-echo", "one two", ",\"logprobs\":true,\"top_logprobs\":1")
                .at("/choices/0/logprobs/content");

        assertThat(logprobs).extracting(each -> each.path("token").asText()).containsExactly("one", " two");
        assertThat(logprobs)
                .allSatisfy(each -> assertThat(each.path("top_logprobs")).hasSize(1));
        assertThat(stream("demo-echo", "one", ",\"logprobs\":true").get(1).at("/choices/0/logprobs/content"))
                .hasSize(1);
    }

    @Test
    void completionSaysThePromptBack() {
        JsonNode answer =
                post("/completions", 200, "{\"model\":\"demo-echo\",\"prompt\":\"one two\",\"max_tokens\":1}");

        assertThat(answer.at("/choices/0/text").asText()).isEqualTo("one");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void embeddingIsTheSameForTheSameText() {
        JsonNode answer = post("/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":[\"a\",\"b\",\"a\"]}");

        assertThat(answer.path("data")).hasSize(3);
        assertThat(answer.at("/data/0/embedding")).hasSize(8).isEqualTo(answer.at("/data/2/embedding"));
        assertThat(answer.at("/data/0/embedding")).isNotEqualTo(answer.at("/data/1/embedding"));
        assertThat(answer.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void embeddingInBase64HasTheSameNumbers() {
        JsonNode plain = post("/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":\"a\"}");
        JsonNode packed =
                post("/embeddings", 200, "{\"model\":\"demo-embed\",\"input\":\"a\",\"encoding_format\":\"base64\"}");

        float first = ByteBuffer.wrap(Base64.getDecoder()
                        .decode(packed.at("/data/0/embedding").asText()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getFloat();
        assertThat(first).isEqualTo((float) plain.at("/data/0/embedding/0").asDouble());
    }

    @Test
    void mistakesAreToldInTheShapeOfOpenAi() {
        assertThat(post("/chat/completions", 404, chatBody("nobody", "hi", ""))
                        .at("/error/code")
                        .asText())
                .isEqualTo("model_not_found");
        assertThat(post("/chat/completions", 400, "{")
                        .path("error")
                        .path("message")
                        .asText())
                .contains("not JSON");
        assertThat(post("/chat/completions", 400, "[]").at("/error/type").asText())
                .isEqualTo("invalid_request_error");
        assertThat(post("/embeddings", 400, "{\"model\":\"demo-embed\",\"input\":[]}")
                        .has("error"))
                .isTrue();
        assertThat(post("/embeddings", 400, "{\"model\":\"demo-echo\",\"input\":\"a\"}")
                        .has("error"))
                .isTrue();
        assertThat(post("/nowhere", 404, "{}").at("/error/code").asText()).isEqualTo("unknown_url");
    }

    @Test
    void goesOnAfterAClientHasLeft() throws IOException {
        byte[] body = chatBody("demo-slow", "to 9999", ",\"stream\":true").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(demo.url().getHost(), demo.url().getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: demo\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(content(chat("demo-echo", "still here", ""))).isEqualTo("still here");
    }

    private JsonNode chat(String model, String text, String more) {
        return post("/chat/completions", 200, chatBody(model, text, more));
    }

    private static String chatBody(String model, String text, String more) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"system\",\"content\":\"\"},{\"role\":\"user\",\"content\":%s}]%s}"
                .formatted(model, JSON.valueToTree(text), more);
    }

    private static String tools(String... tools) {
        return ",\"tools\":[" + String.join(",", tools) + "]";
    }

    private static String content(JsonNode answer) {
        return answer.at("/choices/0/message/content").asText();
    }

    private static List<String> deltas(List<JsonNode> events, String member) {
        return events.stream()
                .map(event -> event.at("/choices/0/delta").path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** The events of a stream that ends as it should. */
    private List<JsonNode> stream(String model, String text, String more) {
        List<String> lines = lines(chatBody(model, text, ",\"stream\":true" + more));
        assertThat(lines.getLast()).isEqualTo("data: [DONE]");
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> parsed(line.substring("data: ".length())))
                .toList();
    }

    private List<String> lines(String body) {
        return send(post("/chat/completions", body))
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private JsonNode get(String path) {
        return parsed(send(HttpRequest.newBuilder(uri(path)).build()).body());
    }

    private JsonNode post(String path, int status, String body) {
        HttpResponse<String> response = send(post(path, body));
        assertThat(response.statusCode()).isEqualTo(status);
        return parsed(response.body());
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create(demo.url() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
