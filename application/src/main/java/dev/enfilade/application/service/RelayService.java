package dev.enfilade.application.service;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.application.policy.RelayShape;
import dev.enfilade.application.policy.Repeat;
import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.relay.RelayBody;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;
import java.util.Set;

/**
 * Sends an exchange to the backend of its model, or to the first one; a name of ours becomes the backend's, all else
 * stays.
 */
public final class RelayService implements RelayUseCase {

    private static final RelayShape SHAPE = new RelayShape();
    private static final Set<String> METHODS_THAT_CHANGE_NOTHING = Set.of("GET", "HEAD");

    private final Routes routes;
    private final CallPolicy policy;
    private final Telemetry telemetry;

    public RelayService(Routes routes, CallPolicy policy, Telemetry telemetry) {
        this.routes = routes;
        this.policy = policy;
        this.telemetry = telemetry;
    }

    @Override
    public RelayResponse relay(RelayRequest request) {
        Routes.Found found = request.model()
                .flatMap(routes::known)
                .orElseGet(() -> routes.unknown(request.model().orElse(new ModelName(""))));
        Call<RelayResponse> call = found.call(repeat(request), SHAPE, route -> relay(route, request));
        return policy.call(call);
    }

    /** To ask a model something costs time and money, and nothing else; what other requests do is not known. */
    private static Repeat repeat(RelayRequest request) {
        if (!request.body().map(RelayBody::repeatable).orElse(true)) {
            return Repeat.NEVER;
        }
        boolean harmless = request.model().isPresent() || METHODS_THAT_CHANGE_NOTHING.contains(request.method());
        return harmless ? Repeat.IF_REFUSED : Repeat.IF_UNREACHED;
    }

    private RelayResponse relay(ModelRoute route, RelayRequest request) {
        try {
            RelayResponse response = route.backend().relay().relay(renamed(request, route.target()));
            return new RelayResponse(
                    response.status(),
                    response.headers(),
                    new ObservedBytes(
                            response.body(),
                            (outcome, pieces) -> tell(
                                    route,
                                    response.status() < 400 ? outcome : Outcome.UP_ERROR,
                                    StatusClass.of(response.status()),
                                    pieces)));
        } catch (FailureException e) {
            tell(route, Outcome.of(e.failure()), StatusClass.of(e.failure()), 0);
            throw e;
        }
    }

    private static RelayRequest renamed(RelayRequest request, ModelName target) {
        boolean other = request.model().filter(asked -> !asked.equals(target)).isPresent();
        return other ? request.renamed(target) : request;
    }

    private void tell(ModelRoute route, Outcome outcome, StatusClass status, long pieces) {
        telemetry.ended(route.ended(Operation.RELAY, outcome, status, Optional.empty(), pieces));
    }
}
