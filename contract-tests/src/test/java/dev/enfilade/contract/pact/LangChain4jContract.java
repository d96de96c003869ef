package dev.enfilade.contract.pact;

import static dev.enfilade.contract.pact.Exchanges.answer;
import static dev.enfilade.contract.pact.Exchanges.get;
import static dev.enfilade.contract.pact.Exchanges.given;
import static dev.enfilade.contract.pact.Exchanges.post;
import static dev.enfilade.contract.pact.Exchanges.stream;
import static dev.enfilade.contract.pact.ProviderState.BACKEND_DOWN;
import static dev.enfilade.contract.pact.ProviderState.BACKEND_RATE_LIMITS;
import static dev.enfilade.contract.pact.ProviderState.EMBEDDER_EXISTS;
import static dev.enfilade.contract.pact.ProviderState.MODEL_EXISTS;
import static dev.enfilade.contract.pact.ProviderState.TOOL_MODEL_EXISTS;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import java.util.List;

/** What langchain4j-ollama says, and what it needs to hear. */
final class LangChain4jContract {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z";
    private static final String NO_TOOLS = "[]";
    private static final String WEATHER = """
            [{"type":"function","function":{"name":"weather"}}]""";

    private LangChain4jContract() {}

    static List<Interaction> interactions() {
        return List.of(
                given(MODEL_EXISTS, "the list of models", get("/api/tags"), models()),
                given(MODEL_EXISTS, "a model's card", post("/api/show", "{\"name\":\"llama3\"}"), card()),
                given(MODEL_EXISTS, "a chat", chat("llama3", "Hello", false, NO_TOOLS), whole()),
                given(MODEL_EXISTS, "a streamed chat", chat("llama3", "Hello", true, NO_TOOLS), lines()),
                given(MODEL_EXISTS, "a completion", completion(), completed()),
                given(TOOL_MODEL_EXISTS, "a chat with a tool", chat("qwen3", "Hello", false, WEATHER), calls()),
                given(EMBEDDER_EXISTS, "vectors of texts", texts(), vectors()),
                given(
                        MODEL_EXISTS,
                        "a chat with a model that does not exist",
                        chat("nobody", "Hello", false, NO_TOOLS),
                        answer(404, "{\"error\":\"model 'nobody' not found\"}")),
                given(
                        BACKEND_DOWN,
                        "a chat while the backend is down",
                        chat("llama3", "Are you there?", false, NO_TOOLS),
                        answer(502, "{\"error\":\"the backend is down\"}", Rule.anySuch("$.error"))),
                given(
                        BACKEND_RATE_LIMITS,
                        "a chat while the backend rate-limits",
                        chat("llama3", "Are you busy?", false, NO_TOOLS),
                        answer(429, "{\"error\":\"slow down\"}", Rule.anySuch("$.error"))));
    }

    private static HttpRequest chat(String model, String text, boolean streamed, String tools) {
        return post("/api/chat", """
                {"model":"%s","messages":[{"role":"user","content":"%s"}],"options":{"stop":[]},"stream":%s,"tools":%s}""".formatted(model, text, streamed, tools));
    }

    private static HttpRequest completion() {
        return post("/api/generate", """
                {"model":"llama3","prompt":"Hello","options":{},"stream":false}""");
    }

    private static HttpRequest texts() {
        return post("/api/embed", """
                {"model":"nomic","input":["one","two"]}""");
    }

    private static HttpResponse models() {
        return answer(
                200,
                """
                {"models":[{"name":"llama3:latest","digest":"%s","size":1,"modified_at":"2026-01-01T00:00:00Z"}]}""".formatted("0".repeat(64)),
                Rule.someLikeTheFirst("$.models"),
                Rule.like("$.models[*].name", "[^:]+:[^:]+"),
                Rule.like("$.models[*].digest", "[0-9a-f]{64}"),
                Rule.anyInteger("$.models[*].size"),
                Rule.like("$.models[*].modified_at", TIME));
    }

    private static HttpResponse card() {
        return answer(
                200,
                """
                {"details":{"family":"llama","families":["llama"]},"capabilities":["completion"]}""",
                Rule.anySuch("$.details.family"),
                Rule.someLikeTheFirst("$.details.families"),
                Rule.someLikeTheFirst("$.capabilities"));
    }

    private static HttpResponse whole() {
        return answer(
                200,
                """
                {"model":"llama3","created_at":"2026-01-01T00:00:00Z",
                 "message":{"role":"assistant","content":"Hello to you"},
                 "done":true,"done_reason":"stop","total_duration":1,"prompt_eval_count":7,"eval_count":3}""",
                Rule.like("$.created_at", TIME),
                Rule.anySuch("$.message.content"),
                Rule.anyInteger("$.total_duration"),
                Rule.anyInteger("$.prompt_eval_count"),
                Rule.anyInteger("$.eval_count"));
    }

    private static HttpResponse completed() {
        return answer(
                200,
                """
                {"model":"llama3","created_at":"2026-01-01T00:00:00Z","response":"Hello to you",
                 "done":true,"done_reason":"stop","prompt_eval_count":7,"eval_count":3}""",
                Rule.like("$.created_at", TIME),
                Rule.anySuch("$.response"),
                Rule.anyInteger("$.prompt_eval_count"),
                Rule.anyInteger("$.eval_count"));
    }

    private static HttpResponse calls() {
        return answer(
                200,
                """
                {"model":"qwen3","created_at":"2026-01-01T00:00:00Z",
                 "message":{"role":"assistant","content":"",
                  "tool_calls":[{"function":{"name":"weather","arguments":{"city":"Berlin"}}}]},
                 "done":true,"done_reason":"stop"}""",
                Rule.like("$.created_at", TIME),
                Rule.someLikeTheFirst("$.message.tool_calls"),
                Rule.like("$.message.tool_calls[*].function.name", "weather"),
                Rule.anySuch("$.message.tool_calls[*].function.arguments.city"));
    }

    private static HttpResponse vectors() {
        return answer(200, """
                {"model":"nomic","embeddings":[[0.5,0.5],[0.5,0.5]],"prompt_eval_count":5}""", Rule.anySuch("$.embeddings[*][*]"), Rule.anyInteger("$.prompt_eval_count"));
    }

    private static HttpResponse lines() {
        return stream(
                "text/plain",
                """
                {"model":"llama3","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"Hello "},"done":false}
                {"model":"llama3","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"to you"},"done":false}
                {"model":"llama3","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":""},\
                "done":true,"done_reason":"stop","total_duration":1,"prompt_eval_count":7,"eval_count":3}
                """,
                "(\\{[^\\n]*\"done\":false[^\\n]*\\}\\n)+\\{[^\\n]*\"done\":true[^\\n]*\"eval_count\":\\d+[^\\n]*\\}\\n");
    }
}
