package dev.enfilade.application.service;

import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.policy.ValueShape;
import dev.enfilade.application.port.in.EmbedUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the backend of an embedding and asks it, unless there is nothing to embed. */
public final class EmbedService implements EmbedUseCase {

    private final Routes routes;
    private final CallPolicy policy;
    private final Telemetry telemetry;

    public EmbedService(Routes routes, CallPolicy policy, Telemetry telemetry) {
        this.routes = routes;
        this.policy = policy;
        this.telemetry = telemetry;
    }

    @Override
    public EmbeddingResult embed(EmbeddingRequest request) {
        Routes.Found found = routes.of(request.model());
        if (request.inputs().isEmpty()) {
            return new EmbeddingResult(List.of(), OptionalLong.empty());
        }
        return policy.call(found.call(Repeat.IF_REFUSED, new ValueShape<>(), route -> asked(route, request)));
    }

    private EmbeddingResult asked(ModelRoute route, EmbeddingRequest request) {
        try {
            EmbeddingResult result = route.backend().embedding().embed(request.withModel(route.target()));
            tell(route, Outcome.COMPLETE, StatusClass.SUCCESS, usage(result));
            return result;
        } catch (FailureException e) {
            tell(route, Outcome.of(e.failure()), StatusClass.of(e.failure()), Optional.empty());
            throw e;
        }
    }

    private static Optional<Usage> usage(EmbeddingResult result) {
        return result.promptTokens().isPresent()
                ? Optional.of(new Usage(result.promptTokens().getAsLong(), 0))
                : Optional.empty();
    }

    private void tell(ModelRoute route, Outcome outcome, StatusClass status, Optional<Usage> usage) {
        telemetry.ended(route.ended(Operation.EMBED, outcome, status, usage, outcome == Outcome.COMPLETE ? 1 : 0));
    }
}
