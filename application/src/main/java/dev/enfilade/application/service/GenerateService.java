package dev.enfilade.application.service;

import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.StreamShape;
import dev.enfilade.application.port.in.GenerateUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/** Sends templated prompts as conversations, since chat backends own the templates, and raw ones as they are. */
public final class GenerateService implements GenerateUseCase {

    private final Routes routes;
    private final CallPolicy policy;
    private final ChatService chats;
    private final Telemetry telemetry;

    public GenerateService(Routes routes, CallPolicy policy, ChatService chats, Telemetry telemetry) {
        this.routes = routes;
        this.policy = policy;
        this.chats = chats;
        this.telemetry = telemetry;
    }

    @Override
    public EventStream<GenerationEvent> generate(GenerateRequest request) {
        return switch (request.prompt()) {
            case Prompt.Templated prompt -> chats.chat(conversation(request, prompt), Operation.GENERATE);
            case Prompt.Verbatim _, Prompt.Infill _ -> complete(request);
        };
    }

    private EventStream<GenerationEvent> complete(GenerateRequest request) {
        return policy.call(routes.of(request.model())
                .call(
                        Repeat.IF_REFUSED,
                        new StreamShape<>(),
                        route -> ObservedStream.of(
                                Operation.GENERATE,
                                route,
                                telemetry,
                                () -> route.backend().completion().complete(request.withModel(route.target())))));
    }

    private static ChatRequest conversation(GenerateRequest request, Prompt.Templated prompt) {
        List<Message> messages = new ArrayList<>();
        prompt.system().filter(text -> !text.isEmpty()).map(SystemMessage::new).ifPresent(messages::add);
        messages.addAll(prompt.history());
        messages.add(new UserMessage(prompt.parts()));
        return new ChatRequest(
                request.model(),
                messages,
                List.of(),
                request.format(),
                request.thinking(),
                request.sampling(),
                request.logprobs(),
                request.delivery());
    }
}
