package dev.enfilade.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@code demo-tools} calls tools, over HTTP. */
class DemoToolsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEATHER = """
            {"type":"function","function":{"name":"weather","parameters":{"type":"object","required":["city","unit","days"],
            "properties":{"city":{"type":"string"},"unit":{"enum":["celsius","fahrenheit"]},"days":{"type":"integer"},
            "note":{"type":"string"}}}}}""";
    private static final String TIME = """
            {"type":"function","function":{"name":"time","parameters":{"type":"object","properties":{}}}}""";

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
    void toolsCallsTheFirstToolWithAllThatIsRequired() throws IOException {
        JsonNode answer = demo.chat("demo-tools", "Weather in Paris?", tools(WEATHER, TIME));

        JsonNode call = answer.at("/choices/0/message/tool_calls/0");
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(answer.at("/choices/0/message/tool_calls")).hasSize(1);
        assertThat(call.at("/function/name").asText()).isEqualTo("weather");
        assertThat(JSON.readTree(call.at("/function/arguments").asText()))
                .isEqualTo(JSON.readTree("{\"city\":\"Paris\",\"unit\":\"celsius\",\"days\":1}"));
    }

    @Test
    void streamedCallComesInPieces() throws IOException {
        List<JsonNode> events = demo.stream("demo-tools", "Weather in Paris?", tools(WEATHER));
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
        JsonNode two =
                demo.chat("demo-tools", "both please", tools(WEATHER, TIME)).at("/choices/0/message/tool_calls");
        JsonNode twice = demo.chat("demo-tools", "both please", tools(WEATHER)).at("/choices/0/message/tool_calls");

        assertThat(two).extracting(call -> call.at("/function/name").asText()).containsExactly("weather", "time");
        assertThat(twice)
                .extracting(call -> call.path("id").asText())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void resultOfAToolIsInTheAnswer() {
        JsonNode answer = demo.post("/chat/completions", 200, """
                {"model":"demo-tools","tools":[%s],"messages":[{"role":"user","content":"Weather?"},
                {"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"weather","arguments":"{}"}}]},
                {"role":"tool","tool_call_id":"c","content":"22 degrees"}]}""".formatted(WEATHER));

        assertThat(DemoClient.content(answer)).contains("22 degrees");
        assertThat(answer.at("/choices/0/message").has("tool_calls")).isFalse();
    }

    @Test
    void noToolIsCalledWhereNoneMayBe() {
        assertThat(DemoClient.content(demo.chat("demo-tools", "hi", tools(WEATHER) + ",\"tool_choice\":\"none\"")))
                .isEqualTo("hi");
        assertThat(DemoClient.content(demo.chat("demo-tools", "hi", ""))).isEqualTo("hi");
    }

    private static String tools(String... tools) {
        return ",\"tools\":[" + String.join(",", tools) + "]";
    }
}
