package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the models of the demo say, over HTTP. */
class DemoChatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoClient demo;

    @BeforeEach
    void start() throws IOException {
        demo = new DemoClient();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void echoSaysTheLastUserMessageBack() {
        JsonNode answer = demo.chat("demo-echo", "Hello  big\nworld!", "");

        assertThat(DemoClient.content(answer)).isEqualTo("Hello  big\nworld!");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void sameQuestionHasTheSameAnswer() {
        assertThat(demo.chat("demo-echo", "again", "")).isEqualTo(demo.chat("demo-echo", "again", ""));
    }

    @Test
    void streamComesWordByWord() {
        List<JsonNode> events = demo.stream("demo-echo", "one two three", "");

        assertThat(DemoClient.deltas(events, "content")).containsExactly("", "one", " two", " three");
        assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(events).noneSatisfy(event -> assertThat(event.has("usage")).isTrue());
    }

    @Test
    void usageIsTheLastEventWhereItWasAskedFor() {
        JsonNode last = demo.stream("demo-echo", "one two", ",\"stream_options\":{\"include_usage\":true}")
                .getLast();

        assertThat(last.path("choices")).isEmpty();
        assertThat(last.at("/usage/total_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void firstTokenIsReadWhileTheRestIsStillToCome() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = demo.http()
                .send(
                        demo.request(
                                "/chat/completions", DemoClient.chatBody("demo-slow", "to 9999", ",\"stream\":true")),
                        BodyHandlers.ofLines());

        try (Stream<String> lines = response.body()) {
            assertThat(lines.filter(line -> line.contains("\"content\":\"1\"")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void slowCountsToTheNumberAsked() {
        assertThat(DemoClient.deltas(demo.stream("demo-slow", "count to 3", ""), "content"))
                .containsExactly("", "1", " 2", " 3");
    }

    @Test
    void thinkThinksFirstUnlessItMayNot() {
        List<JsonNode> events = demo.stream("demo-think", "hi", "");

        assertThat(DemoClient.deltas(events, "reasoning_content")).hasSizeGreaterThan(3);
        assertThat(String.join("", DemoClient.deltas(events, "content"))).isEqualTo("hi");
        assertThat(demo.chat("demo-think", "hi", "")
                        .at("/choices/0/message/reasoning_content")
                        .asText())
                .isNotEmpty();
        assertThat(demo.chat("demo-think", "hi", ",\"reasoning_effort\":\"none\"")
                        .at("/choices/0/message")
                        .has("reasoning_content"))
                .isFalse();
    }

    @Test
    void tokensStopAtTheLimit() {
        JsonNode answer = demo.chat("demo-echo", "one two three", ",\"max_tokens\":2");

        assertThat(DemoClient.content(answer)).isEqualTo("one two");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(DemoClient.content(demo.chat("demo-echo", "one two three", ",\"max_completion_tokens\":1")))
                .isEqualTo("one");
    }

    @Test
    void textStopsAtAStopSequence() {
        assertThat(DemoClient.content(demo.chat("demo-echo", "one two three", ",\"stop\":[\"three\",\"two\"]")))
                .isEqualTo("one ");
        assertThat(DemoClient.content(demo.chat("demo-echo", "one two three", ",\"stop\":\" t\"")))
                .isEqualTo("one");
    }

    @Test
    void answerIsJsonWhereJsonIsAskedFor() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}}}";

        assertThat(JSON.readTree(DemoClient.content(
                        demo.chat("demo-echo", "hi", ",\"response_format\":{\"type\":\"json_object\"}"))))
                .isEqualTo(JSON.readTree("{\"echo\":\"hi\"}"));
        assertThat(JSON.readTree(DemoClient.content(demo.chat(
                        "demo-echo",
                        "hi",
                        ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":" + schema
                                + "}}"))))
                .isEqualTo(JSON.readTree("{\"age\":1}"));
    }

    @Test
    void logprobsComeWhereTheyAreAskedFor() {
        JsonNode logprobs = demo.chat("demo-echo", "one two", ",\"logprobs\":true,\"top_logprobs\":1")
                .at("/choices/0/logprobs/content");

        assertThat(logprobs).extracting(each -> each.path("token").asText()).containsExactly("one", " two");
        assertThat(logprobs)
                .allSatisfy(each -> assertThat(each.path("top_logprobs")).hasSize(1));
        assertThat(demo.stream("demo-echo", "one", ",\"logprobs\":true").get(1).at("/choices/0/logprobs/content"))
                .hasSize(1);
    }
}
