package dev.enfilade.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule passes a good answer and finds it damaged. */
class ClientRuleTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String TIME = "\"created_at\":\"2026-01-02T03:04:05.123456Z\"";
    private static final String TEXT =
            "{\"model\":\"m\"," + TIME + ",\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"done\":false}\n";
    private static final String CALLS = "{\"model\":\"m\"," + TIME
            + ",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"a\",\"function\":{\"index\":0,"
            + "\"name\":\"f\",\"arguments\":{}}},{\"id\":\"b\",\"function\":{\"index\":1,\"name\":\"f\",\"arguments\":{}}}]},"
            + "\"done\":false}\n";
    private static final String END = "{\"model\":\"m\"," + TIME
            + ",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
            + "\"total_duration\":9,\"load_duration\":1,\"prompt_eval_count\":1,\"prompt_eval_duration\":1,"
            + "\"eval_count\":1,\"eval_duration\":1}\n";
    private static final String DETAILS = "\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"qwen3\","
            + "\"families\":[\"qwen3\"],\"parameter_size\":\"8.0B\",\"quantization_level\":\"F16\"}";
    private static final String MODEL = "{\"name\":\"m:latest\",\"model\":\"m:latest\",\"size\":5,\"digest\":\""
            + "0123456789abcdef".repeat(4) + "\"," + DETAILS + ",\"capabilities\":[\"completion\"]}";
    private static final String SHOW = "{" + DETAILS
            + ",\"model_info\":{\"general.architecture\":\"qwen3\",\"qwen3.context_length\":8,"
            + "\"qwen3.embedding_length\":4},\"capabilities\":[\"completion\"]}";

    static Stream<Seen> good() {
        return Stream.of(
                chat(TEXT + END),
                chat(TEXT + CALLS + END),
                chat(TEXT + "{\"error\":\"cut\"}\n"),
                whole(END.replace("\"content\":\"\"", "\"content\":\"Hi\",\"thinking\":\"Hm\"")),
                generate(),
                get("/api/tags", "{\"models\":[" + MODEL + "]}"),
                get("/api/ps", "{\"models\":[]}"),
                get("/api/show", SHOW),
                get("/api/version", "{\"version\":\"0.33.0\"}"),
                new Seen("POST", "/api/chat", "{}", 404, JSON, "", "{\"error\":\"model 'm' not found\"}"),
                new Seen("GET", "/api/none", "", 404, "text/plain", "", "404 page not found"),
                new Seen("POST", "/v1/x", "", 200, "text/event-stream", "gzip", "data: x\n\n"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodAnswerKeepsAll(Seen answer) {
        assertThat(ClientRule.brokenBy(answer)).isEmpty();
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                damaged(ClientRule.WHOLE_LINES, chat((TEXT + END).strip())),
                damaged(ClientRule.WHOLE_LINES, chat(TEXT + "\n" + END)),
                damaged(ClientRule.WHOLE_LINES, chat(TEXT + TEXT.replace("\n", "\r\n") + END)),
                damaged(ClientRule.WHOLE_LINES, get("/api/ps", "{\n\"models\":[]}")),
                damaged(ClientRule.WHOLE_LINES, new Seen("GET", "/api/ps", "", 200, JSON, "gzip", "{}")),
                damaged(ClientRule.ESCAPED_SEPARATORS, chat(TEXT.replace("Hi", "a\u2028b") + END)),
                damaged(ClientRule.CONTENT_TYPE, new Seen("GET", "/api/ps", "", 200, "text/plain", "", "{}")),
                damaged(
                        ClientRule.CONTENT_TYPE,
                        new Seen("POST", "/api/x", "{\"stream\":false}", 200, NDJSON, "", END)),
                damaged(ClientRule.CONTENT_TYPE, new Seen("GET", "/api/x", "", 404, JSON, "", "404 page not found")),
                damaged(ClientRule.CONTENT_IS_TEXT, chat(TEXT.replace("\"Hi\"", "null") + END)),
                damaged(ClientRule.CONTENT_IS_TEXT, chat(TEXT.replace("assistant", "user") + END)),
                damaged(ClientRule.NOTHING_EMPTY, chat(TEXT.replace("\"Hi\"", "\"Hi\",\"thinking\":\"\"") + END)),
                damaged(ClientRule.NOTHING_EMPTY, chat(TEXT.replace("\"Hi\"", "\"Hi\",\"thinking\":\"Hm\"") + END)),
                damaged(ClientRule.NOTHING_EMPTY, chat(TEXT.replace("\"Hi\"", "\"Hi\",\"tool_calls\":[]") + END)),
                damaged(ClientRule.BARE_END, chat(END.replace("\"content\":\"\"", "\"content\":\"Hi\""))),
                damaged(ClientRule.BARE_END, chat(END.replace("\"eval_count\":1", "\"eval_count\":0"))),
                damaged(ClientRule.BARE_END, whole(END.replace("\"stop\"", "\"load\""))),
                damaged(ClientRule.ONE_END, chat(TEXT)),
                damaged(ClientRule.ONE_END, chat(END + END)),
                damaged(ClientRule.ONE_END, chat(END + "{\"error\":\"late\"}\n")),
                damaged(ClientRule.DONE_REASON, chat(END.replace("\"stop\"", "\"tool_calls\""))),
                damaged(ClientRule.DONE_REASON, chat(TEXT.replace("false", "false,\"done_reason\":null") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS.replace("\"id\":\"b\",", "") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS.replace("\"b\"", "\"a\"") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS.replace("\"index\":1", "\"index\":0") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS.replace("{}", "\"{}\"") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS.replace("\"id\"", "\"type\":\"function\",\"id\"") + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS + TEXT + END)),
                damaged(ClientRule.TOOL_CALLS, chat(CALLS + CALLS + END)),
                damaged(ClientRule.TIMES, chat(TEXT.replace("456Z", "456789Z") + END)),
                damaged(ClientRule.TIMES, chat(TEXT.replace("456Z", "456+00:00") + END)),
                damaged(ClientRule.WHOLE_NUMBERS, chat(END.replace("\"eval_count\":1", "\"eval_count\":1.5"))),
                damaged(ClientRule.WHOLE_NUMBERS, get("/api/tags", "{\"models\":[" + MODEL.replace("5", "5e3") + "]}")),
                damaged(ClientRule.ERRORS_ARE_TEXT, new Seen("GET", "/api/x", "", 400, JSON, "", "{\"error\":{}}")),
                damaged(
                        ClientRule.ERRORS_ARE_TEXT,
                        new Seen("GET", "/api/x", "", 400, JSON, "", "{\"message\":\"x\"}")),
                damaged(ClientRule.ERRORS_ARE_TEXT, chat("{\"error\":\"cut\"}\n" + END)),
                damaged(ClientRule.NO_UNKNOWN_MEMBERS, chat(TEXT.replace("false", "false,\"type\":\"x\"") + END)),
                damaged(ClientRule.NO_UNKNOWN_MEMBERS, chat(TEXT.replace("\"Hi\"", "\"Hi\",\"refusal\":null") + END)),
                damaged(ClientRule.NO_UNKNOWN_MEMBERS, get("/api/tags", "{\"models\":[],\"object\":\"list\"}")),
                damaged(ClientRule.MODEL_ECHOED, chat(END.replace("\"m\"", "\"m:latest\""))),
                damaged(
                        ClientRule.NAMES_HAVE_TAGS,
                        get("/api/tags", "{\"models\":[" + MODEL.replace(":latest", "") + "]}")),
                damaged(ClientRule.DIGESTS, get("/api/tags", "{\"models\":[" + MODEL + "," + MODEL + "]}")),
                damaged(
                        ClientRule.DIGESTS,
                        get("/api/tags", "{\"models\":[" + MODEL.replace("\"size\":5", "\"size\":0") + "]}")),
                damaged(ClientRule.KNOWN_CAPABILITIES, get("/api/show", SHOW.replace("completion", "audio"))),
                damaged(ClientRule.KNOWN_CAPABILITIES, get("/api/show", SHOW.replace("\"completion\"", ""))),
                damaged(
                        ClientRule.SIX_DETAILS,
                        get("/api/ps", "{\"models\":[" + MODEL.replace("\"families\"", "\"x\":1,\"families\"") + "]}")),
                damaged(
                        ClientRule.MODEL_INFO,
                        get("/api/show", SHOW.replace("\"qwen3.c", "\"x.context_length\":1,\"qwen3.c"))),
                damaged(
                        ClientRule.MODEL_INFO,
                        get("/api/show", SHOW.replace("\"family\":\"qwen3\"", "\"family\":\"qwen2\""))),
                damaged(ClientRule.MODEL_INFO, get("/api/show", SHOW.replace(",\"qwen3.embedding_length\":4", ""))),
                damaged(ClientRule.VERSION, get("/api/version", "{\"version\":\"0.33.0-proxy\"}")),
                damaged(ClientRule.VERSION, get("/api/version", "{\"version\":\"0.13.3\"}")),
                damaged(ClientRule.VERSION, get("/api/version", "{\"version\":\"0.33.0\",\"name\":\"x\"}")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("damaged")
    void damagedAnswerIsFound(ClientRule rule, Seen answer) {
        assertThat(ClientRule.brokenBy(answer)).contains(rule);
    }

    @Test
    void noRuleIsUntried() {
        Set<Object> tried =
                new HashSet<>(damaged().map(arguments -> arguments.get()[0]).toList());

        assertThat(tried).containsAll(Arrays.asList(ClientRule.values()));
    }

    private static Arguments damaged(ClientRule rule, Seen answer) {
        return Arguments.of(rule, answer);
    }

    private static Seen chat(String body) {
        return new Seen("POST", "/api/chat", "{\"model\":\"m\"}", 200, NDJSON, "", body);
    }

    private static Seen whole(String body) {
        return new Seen("POST", "/api/chat", "{\"model\":\"m\",\"stream\":false}", 200, JSON, "", body.strip());
    }

    private static Seen generate() {
        String body = (TEXT + END).replaceAll("\"message\":\\{[^}]*\"content\":(\"[^\"]*\")}", "\"response\":$1");
        return new Seen("POST", "/api/generate", "{\"model\":\"m\"}", 200, NDJSON, "", body);
    }

    private static Seen get(String path, String body) {
        return new Seen("GET", path, "", 200, JSON, "", body);
    }
}
