package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.catalog.ModelLookup;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.option.OptionsMapper;
import dev.enfilade.application.port.in.GenerateUseCase;
import dev.enfilade.application.port.in.HoldModelUseCase;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;

/**
 * {@code POST /api/generate}: continues a prompt; without one it only loads or unloads the model, whatever else is
 * given.
 */
final class GenerateEndpoint implements Handler {

    private final ModelLookup models;
    private final HoldModelUseCase holdModel;
    private final GenerateUseCase generate;
    private final CreatedAt createdAt;

    GenerateEndpoint(ModelLookup models, HoldModelUseCase holdModel, GenerateUseCase generate, CreatedAt createdAt) {
        this.models = models;
        this.holdModel = holdModel;
        this.generate = generate;
        this.createdAt = createdAt;
    }

    /** The order of the checks is that of Ollama 0.33: of several faults the same one is named. */
    @Override
    public void handle(Context ctx) throws IOException {
        GenerateBody body = GoReader.read(ctx.bodyInputStream().readAllBytes(), GenerateBodyReader::read);
        AskSettings settings = body.settings();
        settings.checkTopLogprobs();
        ModelCard card = models.find(ctx, body.model(), new Failure.ModelNotFound(body.model()));
        AnswerWriter answer = writer(body);
        boolean silent = body.prompt().isEmpty();
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
            GenerateRequest request = GenerateMapper.toDomain(body, sampling);
            checkImages(body, card);
            answer(ctx, answer, request, settings.keepAlive());
        }
    }

    /** The model counts as loaded from the moment on at which it answers. */
    private void answer(Context ctx, AnswerWriter answer, GenerateRequest request, KeepAlive keepAlive)
            throws IOException {
        try (EventStream<GenerationEvent> events = generate.generate(request)) {
            holdModel.hold(request.model(), keepAlive);
            answer.write(ctx, request.delivery(), events, () -> PromptBytes.of(request.prompt()));
        }
    }

    private AnswerWriter writer(GenerateBody body) {
        GenerateShape shape =
                new GenerateShape(body.settings().logprobDetail(), answer -> GenerateMapper.context(body, answer));
        return new AnswerWriter(body.model(), createdAt, shape, body.settings().think());
    }

    private static void check(GenerateBody body, ModelCard card) {
        if (body.raw()
                && (!body.template().isEmpty()
                        || !body.system().isEmpty()
                        || !body.context().isEmpty())) {
            throw new FailureException(new InvalidRequest("raw mode does not support template, system, or context"));
        }
        CapabilityChecks.thinking(body.model(), card, body.settings().think());
        CapabilityChecks.completion(body.model(), card, "generate");
        if (!body.suffix().isEmpty()) {
            CapabilityChecks.other(card, Capability.INSERT);
        }
    }

    /** Last of all, since in Ollama it is the engine that refuses them. */
    private static void checkImages(GenerateBody body, ModelCard card) {
        if (!body.images().isEmpty()) {
            CapabilityChecks.other(card, Capability.VISION);
        }
    }
}
