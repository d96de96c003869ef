package dev.enfilade.contract.golden;

import java.util.List;

/** What a client asks, what the backend is then asked and answers, and what the client gets. */
record Step(GoldenRequest request, List<BackendTurn> backend, GoldenResponse response, Masks masks) {

    Step {
        backend = List.copyOf(backend);
    }

    Step strict() {
        return new Step(request, backend, response, masks.strict());
    }
}
