package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Asks the product what a golden file asks, plays its backend, and compares. */
final class Replay {

    private final BackendScript backend;
    private final RawClient client;

    Replay(BackendScript backend, InetSocketAddress product) {
        this.backend = backend;
        this.client = new RawClient(product);
    }

    /** Replays every step of the scenario, up to the first that differs. */
    Outcome replay(Golden golden) {
        Outcome outcome = new Outcome(List.of(), List.of());
        JsonNode answerBefore = MissingNode.getInstance();
        for (Step step : golden.steps()) {
            backend.begin(step.backend());
            try {
                Answer answer = client.send(wire(step.request(), answerBefore));
                outcome = outcome.with(new AnswerCheck(step.response(), step.masks()).differences(answer));
                answerBefore = json(step.response(), answer);
            } catch (IOException e) {
                outcome = outcome.with(List.of(new Difference("answer", "an HTTP response", e.toString())));
            }
            outcome = outcome.with(backend.end());
            if (!outcome.differences().isEmpty()) {
                return outcome;
            }
        }
        return outcome;
    }

    private static WireRequest wire(GoldenRequest request, JsonNode answerBefore) {
        return new WireRequest(
                request.method(),
                request.path(),
                request.headers(),
                request.body().octets(answerBefore));
    }

    private static JsonNode json(GoldenResponse recorded, Answer answer) {
        try {
            return AnswerCheck.json(recorded.body(), answer.body().toString());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
