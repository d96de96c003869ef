package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.enfilade.contract.rules.ClientRule;
import dev.enfilade.contract.rules.Seen;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Asks the product what a golden file asks, plays its backend, and compares. */
public final class Replay {

    private final BackendScript backend;
    private final RawClient client;
    private final UnaryOperator<String> damage;
    private final Consumer<Seen> observer;

    public Replay(BackendScript backend, InetSocketAddress product) {
        this(backend, product, UnaryOperator.identity(), _ -> {});
    }

    /**
     * A replay that may change answers, to see that this is found.
     *
     * @param damage done to the body of every answer
     * @param observer sees every answer, before it is compared
     */
    Replay(BackendScript backend, InetSocketAddress product, UnaryOperator<String> damage, Consumer<Seen> observer) {
        this.backend = backend;
        this.damage = damage;
        this.client = new RawClient(product);
        this.observer = observer;
    }

    /** Replays every step of the scenario, up to the first that differs. */
    public Outcome replay(Golden golden) {
        Outcome outcome = new Outcome(List.of(), List.of());
        JsonNode answerBefore = MissingNode.getInstance();
        for (Step step : golden.steps()) {
            backend.begin(step.backend());
            try {
                Answer answer = client.send(wire(step.request(), answerBefore)).damaged(damage);
                Seen seen = seen(step.request(), answerBefore, answer);
                observer.accept(seen);
                outcome = outcome.with(new AnswerCheck(step.response(), step.masks()).differences(answer));
                outcome = outcome.with(brokenRules(seen));
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

    private static Seen seen(GoldenRequest request, JsonNode answerBefore, Answer answer) {
        return new Seen(
                request.method(),
                request.path().replaceFirst("\\?.*", ""),
                request.body().octets(answerBefore).toString(),
                answer.status(),
                answer.headers().value("Content-Type").orElse(""),
                answer.headers().value("Content-Encoding").orElse(""),
                answer.body().toString());
    }

    private static List<Difference> brokenRules(Seen seen) {
        return ClientRule.brokenBy(seen).stream()
                .map(rule -> new Difference("rule of clients", rule.toString(), seen.body()))
                .toList();
    }

    private static JsonNode json(GoldenResponse recorded, Answer answer) {
        try {
            return AnswerCheck.json(recorded.body(), answer.body().toString());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
