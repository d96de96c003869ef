package dev.enfilade.contract.sdk;

import dev.enfilade.contract.sdk.Place.Answered;
import dev.enfilade.contract.sdk.Place.Asked;
import java.util.List;
import java.util.stream.Stream;

/** All objects of the Ollama API that a client sends or reads. */
final class Places {

    private static final String CHAT =
            "{\"model\":\"" + KnownModel.NAME + "\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]%s}";
    private static final String MESSAGE =
            "{\"model\":\"" + KnownModel.NAME + "\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"%s}]}";
    private static final String CALL = MESSAGE.formatted(",\"tool_calls\":[{\"function\":{}%s}]");
    private static final String FUNCTION = MESSAGE.formatted(",\"tool_calls\":[{\"function\":{\"name\":\"f\"%s}}]");
    private static final String OPTIONS = CHAT.formatted(",\"options\":{\"seed\":1%s}");
    private static final String TOOL = CHAT.formatted(",\"tools\":[{\"type\":\"function\"%s}]");
    private static final String TOOL_FUNCTION = CHAT.formatted(",\"tools\":[{\"function\":{\"name\":\"f\"%s}}]");
    private static final String PARAMETERS =
            CHAT.formatted(",\"tools\":[{\"function\":{\"parameters\":{\"type\":\"object\"%s}}}]");
    private static final String PROPERTY = CHAT.formatted(
            ",\"tools\":[{\"function\":{\"parameters\":{\"properties\":{\"p\":{\"type\":\"string\"%s}}}}}]");
    private static final String MODEL = "{\"model\":\"" + KnownModel.NAME + "\"%s}";
    private static final String PROMPT = MODEL.formatted(",\"prompt\":\"x\"%s");
    private static final String ANSWERED_CHAT = CHAT.formatted(",\"think\":true,\"logprobs\":true,\"top_logprobs\":2");
    private static final String ANSWERED_PROMPT =
            PROMPT.formatted(",\"think\":true,\"logprobs\":true,\"top_logprobs\":2");

    private Places() {}

    static List<Place> all() {
        return Stream.of(asks(), conversation(), tools(), answers(), models(), facts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Place> asks() {
        return List.of(
                asked("chat", "ChatRequest", "ChatRequest", "ChatRequest", "/api/chat", CHAT),
                asked("options", "Options", "Options", "Options", "/api/chat", OPTIONS),
                asked("generate", "GenerateRequest", "GenerateRequest", "GenerateRequest", "/api/generate", PROMPT),
                asked("embed", "EmbedRequest", "EmbedRequest", "EmbedRequest", "/api/embed", MODEL),
                asked(
                        "embeddings",
                        "EmbeddingRequest",
                        "EmbeddingsRequest",
                        "EmbeddingsRequest",
                        "/api/embeddings",
                        MODEL),
                asked("show", "ShowRequest", "ShowRequest", "ShowRequest", "/api/show", MODEL),
                asked("pull", "PullRequest", "PullRequest", "PullRequest", "/api/pull", MODEL),
                asked("push", "PushRequest", "PushRequest", "PushRequest", "/api/push", MODEL),
                asked("create", "CreateRequest", "CreateRequest", "CreateRequest", "/api/create", MODEL),
                asked("copy", "CopyRequest", "CopyRequest", "CopyRequest", "/api/copy", "{\"x\":1%s}"),
                new Place(
                        "ask delete",
                        "DeleteRequest",
                        "DeleteRequest",
                        "DeleteRequest",
                        new Asked("DELETE", "/api/delete", MODEL)));
    }

    private static List<Place> conversation() {
        return List.of(
                asked("message", "Message", "Message", "Message", "/api/chat", MESSAGE),
                asked("tool call", "ToolCall", "Message.ToolCall", "ToolCall", "/api/chat", CALL),
                asked(
                        "called function",
                        "ToolCallFunction",
                        "Message.ToolCall.Function",
                        "ToolCall.function",
                        "/api/chat",
                        FUNCTION));
    }

    private static List<Place> tools() {
        return List.of(
                asked("tool", "Tool", "Tool", "Tool", "/api/chat", TOOL),
                asked("tool function", "ToolFunction", "Tool.Function", "Tool.function", "/api/chat", TOOL_FUNCTION),
                asked(
                        "tool parameters",
                        "ToolFunctionParameters",
                        "Tool.Function.Parameters",
                        "Tool.function.parameters",
                        "/api/chat",
                        PARAMETERS),
                asked(
                        "tool property",
                        "ToolProperty",
                        "Tool.Function.Parameters.Property",
                        "Tool.function.parameters.properties.*",
                        "/api/chat",
                        PROPERTY));
    }

    private static List<Place> answers() {
        return List.of(
                chat("chat", "ChatResponse", "ChatResponse", "ChatResponse", ""),
                chat("message", "Message", "Message", "Message", "message"),
                chat("tool call", "ToolCall", "Message.ToolCall", "ToolCall", "message.tool_calls[]"),
                chat(
                        "called function",
                        "ToolCallFunction",
                        "Message.ToolCall.Function",
                        "ToolCall.function",
                        "message.tool_calls[].function"),
                chat("logprob", "Logprob", "Logprob", "Logprob", "logprobs[]"),
                chat("top logprob", "TokenLogprob", "TokenLogprob", "TokenLogprob", "logprobs[].top_logprobs[]"),
                answered("generate", "GenerateResponse", "GenerateResponse", "GenerateResponse", generate("")),
                answered("embed", "EmbedResponse", "EmbedResponse", "EmbedResponse", embed("/api/embed", "input")),
                answered(
                        "embeddings",
                        "EmbeddingResponse",
                        "EmbeddingsResponse",
                        "EmbeddingsResponse",
                        embed("/api/embeddings", "prompt")));
    }

    private static List<Place> models() {
        String details = "ModelDetails";
        return List.of(
                answered("tags", "ListResponse", "ListResponse", "ListResponse", get("/api/tags", "")),
                answered(
                        "listed model",
                        "ListModelResponse",
                        "ListResponse.Model",
                        "ModelResponse",
                        get("/api/tags", "models[]")),
                answered("listed details", details, details, details, get("/api/tags", "models[].details")),
                answered("ps", "ProcessResponse", "ProcessResponse", "ListResponse", get("/api/ps", "")),
                answered(
                        "running model",
                        "ProcessModelResponse",
                        "ProcessResponse.Model",
                        "ModelResponse",
                        get("/api/ps", "models[]")),
                answered("running details", details, details, details, get("/api/ps", "models[].details")),
                answered("show", "ShowResponse", "ShowResponse", "ShowResponse", show("")),
                answered("shown details", details, details, details, show("details")));
    }

    private static List<Place> facts() {
        return List.of(
                answered(
                        "pull",
                        "ProgressResponse",
                        "ProgressResponse",
                        "ProgressResponse",
                        new Answered("POST", "/api/pull", MODEL.formatted(""), "")),
                answered(
                        "error",
                        "StatusError",
                        "",
                        "ErrorResponse",
                        new Answered("POST", "/api/show", "{\"model\":\"no-such-model\"}", "")),
                answered("version", "", "", "VersionResponse", get("/api/version", "")),
                answered("status", "StatusResponse", "", "", get("/api/status", "")),
                answered("cloud", "CloudStatus", "", "", get("/api/status", "cloud")));
    }

    private static Place asked(String name, String go, String python, String javascript, String path, String body) {
        return new Place("ask " + name, go, python, javascript, new Asked("POST", path, body));
    }

    private static Place answered(String name, String go, String python, String javascript, Answered exchange) {
        return new Place("answer " + name, go, python, javascript, exchange);
    }

    private static Place chat(String name, String go, String python, String javascript, String at) {
        return answered(name, go, python, javascript, new Answered("POST", "/api/chat", ANSWERED_CHAT, at));
    }

    private static Answered generate(String at) {
        return new Answered("POST", "/api/generate", ANSWERED_PROMPT, at);
    }

    private static Answered embed(String path, String member) {
        return new Answered("POST", path, MODEL.formatted(",\"" + member + "\":\"x\""), "");
    }

    private static Answered show(String at) {
        return new Answered("POST", "/api/show", MODEL.formatted(",\"system\":\"x\",\"verbose\":true"), at);
    }

    private static Answered get(String path, String at) {
        return new Answered("GET", path, "", at);
    }
}
