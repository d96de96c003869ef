package dev.enfilade.application.service;

import dev.enfilade.application.port.in.RelayUseCase;
import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.Outcome;
import dev.enfilade.domain.relay.RelayRequest;
import dev.enfilade.domain.relay.RelayResponse;
import java.util.Optional;

/**
 * Sends an exchange to the backend of its model, or to the first one; a name of ours becomes the backend's, all else
 * stays.
 */
public final class RelayService implements RelayUseCase {

    private final ModelDirectory directory;
    private final Telemetry telemetry;

    public RelayService(ModelDirectory directory, Telemetry telemetry) {
        this.directory = directory;
        this.telemetry = telemetry;
    }

    @Override
    public RelayResponse relay(RelayRequest request) {
        Optional<ModelRoute> route = request.model().flatMap(directory::known);
        Backend backend = route.map(ModelRoute::backend).orElseGet(directory::first);
        ModelName target = route.map(ModelRoute::target).or(request::model).orElse(new ModelName(""));
        RelayRequest renamed =
                request.model().filter(asked -> !asked.equals(target)).isPresent() ? request.renamed(target) : request;
        try {
            RelayResponse response = backend.relay().relay(renamed);
            return new RelayResponse(
                    response.status(),
                    response.headers(),
                    new ObservedBytes(
                            response.body(),
                            outcome -> tell(target, backend, response.status() < 400 ? outcome : Outcome.UP_ERROR)));
        } catch (FailureException e) {
            tell(target, backend, Outcome.of(e.failure()));
            throw e;
        }
    }

    private void tell(ModelName target, Backend backend, Outcome outcome) {
        telemetry.ended(new CallEnd(Operation.RELAY, target.value(), backend.name(), outcome, Optional.empty()));
    }
}
