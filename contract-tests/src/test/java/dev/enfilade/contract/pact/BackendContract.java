package dev.enfilade.contract.pact;

import static dev.enfilade.contract.pact.Exchanges.answer;
import static dev.enfilade.contract.pact.Exchanges.get;
import static dev.enfilade.contract.pact.Exchanges.given;
import static dev.enfilade.contract.pact.Exchanges.stream;
import static dev.enfilade.contract.pact.OpenAiRequests.WEATHER;
import static dev.enfilade.contract.pact.OpenAiRequests.chat;
import static dev.enfilade.contract.pact.ProviderState.BACKEND_RATE_LIMITS;
import static dev.enfilade.contract.pact.ProviderState.MODEL_EXISTS;
import static dev.enfilade.contract.pact.ProviderState.TOOL_MODEL_EXISTS;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import java.util.List;

/** What the product says to a backend, and the least that it needs to hear. */
final class BackendContract {

    private static final String STREAMED = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    private BackendContract() {}

    static List<Interaction> interactions() {
        return List.of(
                given(MODEL_EXISTS, "the list of models", get("/v1/models"), models()),
                given(MODEL_EXISTS, "a chat", chat("llama3", "Hello", ""), whole()),
                given(MODEL_EXISTS, "a streamed chat", chat("llama3", "Hello", STREAMED), events()),
                given(TOOL_MODEL_EXISTS, "a chat with a tool", chat("qwen3", "Hello", WEATHER), calls()),
                given(MODEL_EXISTS, "vectors of texts", OpenAiRequests.vectors("llama3"), vectors()),
                given(
                        MODEL_EXISTS,
                        "a chat with a model that does not exist",
                        chat("nobody", "Hello", ""),
                        refusal(404)),
                given(
                        BACKEND_RATE_LIMITS,
                        "a chat while the backend rate-limits",
                        chat("llama3", "Are you busy?", ""),
                        refusal(429)));
    }

    private static HttpResponse models() {
        return answer(200, "{\"data\":[{\"id\":\"llama3\"}]}", Rule.someLikeTheFirst("$.data"));
    }

    private static HttpResponse whole() {
        return answer(200, """
                {"choices":[{"message":{"content":"Hello to you"},"finish_reason":"stop"}]}""", Rule.anySuch("$.choices[0].message.content"));
    }

    private static HttpResponse calls() {
        return answer(
                200,
                """
                {"choices":[{"message":{"tool_calls":[{"id":"call_1",
                  "function":{"name":"weather","arguments":"{\\"city\\":\\"Berlin\\"}"}}]},
                 "finish_reason":"tool_calls"}]}""",
                Rule.someLikeTheFirst("$.choices[0].message.tool_calls"),
                Rule.anySuch("$.choices[0].message.tool_calls[*].id"),
                Rule.like("$.choices[0].message.tool_calls[*].function.name", "weather"),
                Rule.like("$.choices[0].message.tool_calls[*].function.arguments", "\\{.*\\}"));
    }

    private static HttpResponse vectors() {
        return answer(200, """
                {"data":[{"index":0,"embedding":[3.5,4.5]},{"index":1,"embedding":[3.5,4.5]}]}""", Rule.anySuch("$.data[*].embedding[*]"));
    }

    private static HttpResponse refusal(int status) {
        return answer(status, "{\"error\":{\"message\":\"not now\"}}", Rule.anySuch("$.error.message"));
    }

    private static HttpResponse events() {
        return stream("text/event-stream", """
                data: {"choices":[{"delta":{"content":"Hello "}}]}

                data: {"choices":[{"delta":{"content":"to you"}}]}

                data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

                data: [DONE]

                """, "(data: \\{[^\\n]*\\}\\n\\n)+data: \\[DONE\\]\\n\\n");
    }
}
