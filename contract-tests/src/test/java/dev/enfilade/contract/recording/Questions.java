package dev.enfilade.contract.recording;

import dev.enfilade.contract.recording.Question.Access;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a backend is asked, in a few tokens each: what works, and what must be refused. */
final class Questions {

    private static final String CHAT = "/chat/completions";
    private static final String COMPLETION = "/completions";
    private static final String USAGE = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
    private static final String HELLO = "[{\"role\":\"user\",\"content\":\"hello\"}]";
    private static final String UNKNOWN = "no-such-model";

    private static final String TOOLS = """
            ,"tools":[{"type":"function","function":{"name":"get_weather","description":"Current weather","parameters":\
            {"type":"object","required":["city"],"properties":{"city":{"type":"string","enum":["Paris","Oslo"]}}}}}]""";

    private static final String SCHEMA = """
            ,"response_format":{"type":"json_schema","json_schema":{"name":"sky","strict":true,"schema":{"type":"object",\
            "required":["colour"],"additionalProperties":false,"properties":{"colour":{"type":"string","enum":["blue","red"]}}}}}""";

    private static final String RESULT = """
            [{"role":"user","content":"hello"},{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",\
            "function":{"name":"get_weather","arguments":"{\\"city\\":\\"Paris\\"}"}}]},\
            {"role":"tool","tool_call_id":"call_1","content":"18 degrees"}]""";

    private final Order order;

    private Questions(Order order) {
        this.order = order;
    }

    static List<Question> of(Order order) {
        Questions all = new Questions(order);
        return Stream.of(all.talk(), all.special(), all.prompts(), all.refused())
                .flatMap(List::stream)
                .filter(question -> order.wants(question.name()))
                .toList();
    }

    private List<Question> talk() {
        return List.of(
                Question.get("models", "/models"),
                chat("chat", "chat", 12, ""),
                chat("chat-stream", "chat", 12, USAGE),
                chat("chat-stream-no-usage", "chat", 12, ",\"stream\":true"),
                chat("chat-logprobs", "chat", 3, ",\"logprobs\":true,\"top_logprobs\":2"),
                chat("chat-logprobs-stream", "chat", 3, ",\"logprobs\":true,\"top_logprobs\":2" + USAGE),
                chat("schema", "tools", 60, SCHEMA),
                chat("schema-stream", "tools", 60, SCHEMA + USAGE));
    }

    private List<Question> special() {
        return List.of(
                chat("tools", "tools", 200, TOOLS + ",\"tool_choice\":\"required\""),
                chat("tools-stream", "tools", 200, TOOLS + ",\"tool_choice\":\"required\"" + USAGE),
                Question.post("tools-result", CHAT, body("tools", ",\"messages\":" + RESULT + limit(20) + TOOLS)),
                chat("think", "think", 120, ""),
                chat("think-stream", "think", 120, USAGE));
    }

    private List<Question> prompts() {
        String prompt = ",\"prompt\":\"the sky is\"" + limit(8);
        List<Question> completions = List.of(
                Question.post("completion", COMPLETION, body("complete", prompt)),
                Question.post("completion-stream", COMPLETION, body("complete", prompt + USAGE)));
        List<Question> embeddings = List.of(
                Question.post("embeddings", "/embeddings", body("embed", ",\"input\":[\"the sky\",\"hello\"]")),
                Question.post(
                        "embeddings-base64",
                        "/embeddings",
                        body("embed", ",\"input\":\"hello\",\"encoding_format\":\"base64\"")));
        return order.has("embed")
                ? Stream.of(completions, embeddings).flatMap(List::stream).toList()
                : completions;
    }

    private List<Question> refused() {
        Question chat = chat("chat", "chat", 3, "");
        Question unknown = Question.post("unknown-model", CHAT, ask(UNKNOWN, limit(3)));
        return List.of(
                chat("bad-type", "chat", 3, ",\"temperature\":\"hot\""),
                chat("bad-type-stream", "chat", 3, ",\"temperature\":\"hot\",\"stream\":true"),
                Question.post("bad-json", CHAT, "{\"model\": \"x\", \"messages\": ["),
                Question.post("no-messages", CHAT, body("chat", ",\"messages\":[]" + limit(3))),
                unknown,
                Question.post("unknown-model-stream", CHAT, ask(UNKNOWN, limit(3) + ",\"stream\":true")),
                chat.with("wrong-key", Access.WRONG),
                chat.with("no-key", Access.NONE),
                Question.get("models", "/models").with("wrong-key-models", Access.WRONG));
    }

    private Question chat(String name, String kind, int tokens, String members) {
        return Question.post(name, CHAT, ask(order.model(kind), limit(tokens) + members));
    }

    private static String ask(String model, String members) {
        return "{\"model\":" + quoted(model) + ",\"messages\":" + HELLO + members + "}";
    }

    private String body(String kind, String members) {
        return "{\"model\":" + quoted(order.model(kind)) + members + "}";
    }

    private static String limit(int tokens) {
        return ",\"max_tokens\":" + tokens;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
