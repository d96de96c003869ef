package dev.enfilade.contract.pact;

import au.com.dius.pact.core.model.HttpRequest;

/** The requests of the OpenAI API that openai-java makes: for its users and, inside the product, for a backend. */
final class OpenAiRequests {

    /** One more member of a chat: a tool. */
    static final String WEATHER = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}]";

    private OpenAiRequests() {}

    /** A chat of one message, with more members, each after a comma. */
    static HttpRequest chat(String model, String text, String more) {
        return Exchanges.post("/v1/chat/completions", """
                {"model":"%s","messages":[{"role":"user","content":"%s"}]%s}""".formatted(model, text, more));
    }

    static HttpRequest vectors(String model) {
        return Exchanges.post("/v1/embeddings", """
                {"model":"%s","input":["one","two"],"encoding_format":"float"}""".formatted(model));
    }
}
