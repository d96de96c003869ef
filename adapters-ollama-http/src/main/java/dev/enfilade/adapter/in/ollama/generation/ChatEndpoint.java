package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.option.OptionsMapper;
import dev.enfilade.application.port.in.ChatUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/** {@code POST /api/chat}: continues a conversation; without messages it only loads or unloads the model. */
final class ChatEndpoint implements Handler {

    private final ModelLookup models;
    private final HoldModelUseCase holdModel;
    private final ChatUseCase chat;
    private final CreatedAt createdAt;

    ChatEndpoint(ModelLookup models, HoldModelUseCase holdModel, ChatUseCase chat, CreatedAt createdAt) {
        this.models = models;
        this.holdModel = holdModel;
        this.chat = chat;
        this.createdAt = createdAt;
    }

    /** The order of the checks is that of Ollama 0.33: of several faults the same one is named. */
    @Override
    public void handle(Context ctx) throws IOException {
        ChatBody body = GoReader.read(ctx.bodyInputStream().readAllBytes(), ChatBodyReader::read);
        AskSettings settings = body.settings();
        settings.checkTopLogprobs();
        ModelCard card = models.find(ctx, body.model(), ModelLookup.NO_NAME);
        AnswerWriter answer =
                new AnswerWriter(body.model(), createdAt, new ChatShape(settings.logprobDetail()), settings.think());
        boolean silent = body.messages().isEmpty();
        if (silent && settings.keepAlive() instanceof KeepAlive.None) {
            holdModel.hold(body.name(), settings.keepAlive());
            answer.nothing(ctx, "unload");
            return;
        }
        check(body, card);
        Sampling sampling = OptionsMapper.toDomain(card.options().appliedTo(settings.options()));
        if (silent) {
            holdModel.hold(body.name(), settings.keepAlive());
            answer.nothing(ctx, "load");
        } else {
            ChatRequest request = ChatMapper.toDomain(body, sampling);
            checkImages(body, card);
            answer(ctx, answer, request, settings.keepAlive());
        }
    }

    /** The model counts as loaded from the moment on at which it answers. */
    private void answer(Context ctx, AnswerWriter answer, ChatRequest request, KeepAlive keepAlive) throws IOException {
        try (EventStream<GenerationEvent> events = chat.chat(request)) {
            holdModel.hold(request.model(), keepAlive);
            answer.write(ctx, request.delivery(), events, () -> PromptBytes.of(request.messages()));
        }
    }

    private static void check(ChatBody body, ModelCard card) {
        CapabilityChecks.thinking(body.model(), card, body.settings().think());
        CapabilityChecks.completion(body.model(), card, "chat");
        if (!body.tools().isEmpty()) {
            CapabilityChecks.other(card, Capability.TOOLS);
        }
    }

    /** Last of all, since in Ollama it is the engine that refuses them. */
    private static void checkImages(ChatBody body, ModelCard card) {
        if (body.messages().stream().anyMatch(message -> !message.images().isEmpty())) {
            CapabilityChecks.other(card, Capability.VISION);
        }
    }
}
