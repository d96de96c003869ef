package dev.enfilade.application.service;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.StreamShape;
import dev.enfilade.application.port.in.ChatUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.stream.EventStream;

/** Finds the backend of a chat, completes the tool calls of its history, and sends it on. */
public final class ChatService implements ChatUseCase {

    private final Routes routes;
    private final CallPolicy policy;
    private final Telemetry telemetry;

    public ChatService(Routes routes, CallPolicy policy, Telemetry telemetry) {
        this.routes = routes;
        this.policy = policy;
        this.telemetry = telemetry;
    }

    @Override
    public EventStream<GenerationEvent> chat(ChatRequest request) {
        return chat(request, Operation.CHAT);
    }

    EventStream<GenerationEvent> chat(ChatRequest request, Operation operation) {
        ChatRequest paired = request.withMessages(ToolPairing.complete(request.messages()));
        Call<EventStream<GenerationEvent>> call = routes.of(request.model())
                .call(
                        Repeat.IF_REFUSED,
                        new StreamShape<>(),
                        route -> ObservedStream.of(operation, route, telemetry, () -> asked(route, paired)));
        return policy.call(call);
    }

    private static Thinking thinking(Thinking asked, ModelCard card) {
        boolean reasons = card.capabilities().has(Capability.THINKING);
        return asked instanceof Thinking.Off && !reasons ? new Thinking.NotExpected() : asked;
    }

    private static EventStream<GenerationEvent> asked(ModelRoute route, ChatRequest request) {
        ChatRequest fitted = request.withModel(route.target()).withThinking(thinking(request.thinking(), route.card()));
        try {
            return route.backend().chat().chat(fitted);
        } catch (FailureException e) {
            throw e.failure() instanceof Failure.ModelNotFound
                    ? new FailureException(
                            new Failure.ModelNotFound(request.model().value()), e)
                    : e;
        }
    }
}
