package dev.enfilade.contract.pact;

import static dev.enfilade.contract.pact.Exchanges.answer;
import static dev.enfilade.contract.pact.Exchanges.get;
import static dev.enfilade.contract.pact.Exchanges.given;
import static dev.enfilade.contract.pact.Exchanges.stream;
import static dev.enfilade.contract.pact.OpenAiRequests.WEATHER;
import static dev.enfilade.contract.pact.OpenAiRequests.chat;
import static dev.enfilade.contract.pact.ProviderState.BACKEND_DOWN;
import static dev.enfilade.contract.pact.ProviderState.BACKEND_RATE_LIMITS;
import static dev.enfilade.contract.pact.ProviderState.EMBEDDER_EXISTS;
import static dev.enfilade.contract.pact.ProviderState.MODEL_EXISTS;
import static dev.enfilade.contract.pact.ProviderState.TOOL_MODEL_EXISTS;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import java.util.List;

/** What openai-java says, and what it needs to hear. */
final class OpenAiJavaContract {

    private OpenAiJavaContract() {}

    static List<Interaction> interactions() {
        return List.of(
                given(MODEL_EXISTS, "the list of models", get("/v1/models"), models()),
                given(MODEL_EXISTS, "a chat", chat("llama3", "Hello", ""), whole()),
                given(MODEL_EXISTS, "a streamed chat", chat("llama3", "Hello", ",\"stream\":true"), events()),
                given(TOOL_MODEL_EXISTS, "a chat with a tool", chat("qwen3", "Hello", WEATHER), calls()),
                given(EMBEDDER_EXISTS, "vectors of texts", OpenAiRequests.vectors("nomic"), vectors()),
                given(
                        MODEL_EXISTS,
                        "a chat with a model that does not exist",
                        chat("nobody", "Hello", ""),
                        refusal(404)),
                given(
                        BACKEND_DOWN,
                        "a chat while the backend is down",
                        chat("llama3", "Are you there?", ""),
                        refusal(502)),
                given(
                        BACKEND_RATE_LIMITS,
                        "a chat while the backend rate-limits",
                        chat("llama3", "Are you busy?", ""),
                        refusal(429)));
    }

    private static HttpResponse models() {
        return answer(
                200,
                """
                {"object":"list","data":[{"id":"llama3","object":"model","created":1700000000,"owned_by":"someone"}]}""",
                Rule.someLikeTheFirst("$.data"),
                Rule.anySuch("$.data[*].id"),
                Rule.anyInteger("$.data[*].created"),
                Rule.anySuch("$.data[*].owned_by"));
    }

    private static HttpResponse whole() {
        return answer(
                200,
                """
                {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"llama3",
                 "choices":[{"index":0,"message":{"role":"assistant","content":"Hello to you"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}""",
                Rule.anySuch("$.id"),
                Rule.anyInteger("$.created"),
                Rule.anySuch("$.model"),
                Rule.anySuch("$.choices[0].message.content"),
                Rule.anyInteger("$.usage.prompt_tokens"),
                Rule.anyInteger("$.usage.completion_tokens"),
                Rule.anyInteger("$.usage.total_tokens"));
    }

    private static HttpResponse events() {
        String event = """
                data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"llama3",\
                "choices":[{"index":0,"delta":{%s},"finish_reason":%s}]}

                """;
        return stream(
                "text/event-stream",
                event.formatted("\"content\":\"Hello \"", null)
                        + event.formatted("\"content\":\"to you\"", null)
                        + event.formatted("", "\"stop\"")
                        + "data: [DONE]\n\n",
                "(data: \\{[^\\n]*\\}\\n\\n)+data: \\[DONE\\]\\n\\n");
    }

    private static HttpResponse calls() {
        return answer(
                200,
                """
                {"choices":[{"index":0,"message":{"role":"assistant",
                  "tool_calls":[{"id":"call_1","type":"function",
                   "function":{"name":"weather","arguments":"{\\"city\\":\\"Berlin\\"}"}}]},
                 "finish_reason":"tool_calls"}]}""",
                Rule.someLikeTheFirst("$.choices[0].message.tool_calls"),
                Rule.anySuch("$.choices[0].message.tool_calls[*].id"),
                Rule.like("$.choices[0].message.tool_calls[*].function.name", "weather"),
                Rule.like("$.choices[0].message.tool_calls[*].function.arguments", "\\{.*\\}"));
    }

    private static HttpResponse vectors() {
        return answer(
                200,
                """
                {"object":"list","model":"nomic",
                 "data":[{"object":"embedding","index":0,"embedding":[0.5,0.5]},
                         {"object":"embedding","index":1,"embedding":[0.5,0.5]}],
                 "usage":{"prompt_tokens":5,"total_tokens":5}}""",
                Rule.anySuch("$.model"),
                Rule.anySuch("$.data[*].embedding[*]"),
                Rule.anyInteger("$.usage.prompt_tokens"),
                Rule.anyInteger("$.usage.total_tokens"));
    }

    private static HttpResponse refusal(int status) {
        return answer(
                status,
                "{\"error\":{\"message\":\"not now\",\"type\":\"some_error\"}}",
                Rule.anySuch("$.error.message"),
                Rule.anySuch("$.error.type"));
    }
}
