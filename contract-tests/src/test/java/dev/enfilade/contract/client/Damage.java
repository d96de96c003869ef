package dev.enfilade.contract.client;

import static dev.enfilade.contract.backend.BackendModel.CALLER;
import static dev.enfilade.contract.backend.BackendModel.EMBEDDER;
import static dev.enfilade.contract.backend.BackendModel.ENDLESS;
import static dev.enfilade.contract.backend.BackendModel.TALKER;
import static dev.enfilade.contract.backend.BackendModel.THINKER;

import dev.enfilade.contract.backend.BackendModel;
import java.util.Set;
import java.util.stream.Collectors;

/** One small fault for each thing that a client can ask for, so that every check has something to find. */
final class Damage {

    private static final Set<String> GENERATING =
            Set.of("/api/chat", "/api/generate", "/api/embed", "/v1/chat/completions", "/v1/embeddings");
    private static final String END_OF_CHAT =
            "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
                    + "\"done\":true,\"done_reason\":\"stop\"}";
    private static final String END_OF_EVENTS =
            "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                    + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]";

    private Damage() {}

    /** The endless model ends, so that nobody can leave it. */
    static String ofRequest(String body) {
        return body.replace(ENDLESS.id(), TALKER.id());
    }

    /** What does not exist is found. */
    static int ofStatus(int status) {
        return status == 404 ? 200 : status;
    }

    static String ofAnswer(String path, String request, String answer) {
        if (!GENERATING.contains(path)) {
            return ofFacts(answer);
        }
        if (asks(request, TALKER)) {
            return answer.lines().count() > 1 ? withoutItsEnd(answer) : answer.replace("Grüße", "Gruss");
        }
        if (asks(request, THINKER)) {
            return answer.replace("\"thinking\"", "\"thoughts\"").replace("\"reasoning_content\"", "\"thoughts\"");
        }
        if (asks(request, CALLER)) {
            return answer.replace("Oslo", "Rome");
        }
        return asks(request, EMBEDDER) ? withOtherVectors(answer) : asIfWhole(answer);
    }

    /** Lists, a model's card, the version. */
    private static String ofFacts(String answer) {
        return answer.replace(TALKER.id(), "walker")
                .replace("\"capabilities\"", "\"abilities\"")
                .replace("\"version\"", "\"revision\"")
                .replace("success", "failure");
    }

    /** No {@code done:true} and no usage. */
    private static String withoutItsEnd(String answer) {
        return answer.lines()
                .filter(line -> !line.contains("\"done\":true") && !line.contains("\"usage\":{"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withOtherVectors(String answer) {
        return answer.replace("4.0", "3.0").replace("0.8", "0.6");
    }

    /** An error becomes the end of a success. */
    private static String asIfWhole(String answer) {
        return answer.lines()
                .map(line -> line.startsWith("data: {\"error\"") ? END_OF_EVENTS : line)
                .map(line -> line.startsWith("{\"error\"") ? END_OF_CHAT : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean asks(String request, BackendModel model) {
        return request.contains("\"" + model.id() + "\"");
    }
}
