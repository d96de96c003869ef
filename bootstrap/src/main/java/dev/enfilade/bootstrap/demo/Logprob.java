package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The likelihood of a word in OpenAI's shape; the longer the word, the less likely. */
final class Logprob {

    private Logprob() {}

    static ObjectNode of(String word, ChatAsk ask) {
        ObjectNode logprob = token(word);
        ArrayNode top = logprob.putArray("top_logprobs");
        if (ask.body().path("top_logprobs").asInt() > 0) {
            top.add(token(word));
        }
        return logprob;
    }

    private static ObjectNode token(String word) {
        ObjectNode token = Json.object().put("token", word).put("logprob", -word.length() / 8.0);
        ArrayNode bytes = token.putArray("bytes");
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(each & 0xFF);
        }
        return token;
    }
}
