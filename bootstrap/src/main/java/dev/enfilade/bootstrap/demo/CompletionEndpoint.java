package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** {@code POST /v1/completions}: every model says the prompt back. */
final class CompletionEndpoint {

    void answer(JsonNode body, Answer answer) throws IOException, Refusal {
        DemoModel.named(body.path("model").asText());
        String prompt = prompt(body.path("prompt"));
        Speech speech = Speech.text(Words.before(body.path("stop"), prompt))
                .within(body.path("max_tokens").asInt(Integer.MAX_VALUE));
        ObjectNode usage = speech.usage(Words.of(prompt).size());
        if (body.path("stream").asBoolean()) {
            stream(body, speech, usage, answer);
        } else {
            ObjectNode whole = choice(body, String.join("", speech.words()));
            finish(whole, speech).set("usage", usage);
            answer.whole(200, whole);
        }
    }

    private static void stream(JsonNode body, Speech speech, ObjectNode usage, Answer answer) throws IOException {
        for (String word : speech.words()) {
            answer.event(choice(body, word));
        }
        answer.event(finish(choice(body, ""), speech));
        if (body.path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode last = head(body);
            last.putArray("choices");
            answer.event(last.set("usage", usage));
        }
        answer.done();
    }

    private static ObjectNode choice(JsonNode body, String text) {
        ObjectNode answer = head(body);
        answer.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("text", text)
                .putNull("logprobs")
                .putNull("finish_reason");
        return answer;
    }

    private static ObjectNode finish(ObjectNode answer, Speech speech) {
        answer.withObject("/choices/0").put("finish_reason", speech.finish());
        return answer;
    }

    private static ObjectNode head(JsonNode body) {
        return Json.object()
                .put("id", "cmpl-demo")
                .put("object", "text_completion")
                .put("created", ModelsEndpoint.CREATED)
                .put("model", body.path("model").asText());
    }

    private static String prompt(JsonNode prompt) {
        return prompt.isArray() ? prompt.path(0).asText() : prompt.asText();
    }
}
