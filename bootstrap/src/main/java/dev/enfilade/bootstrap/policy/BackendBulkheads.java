package dev.enfilade.bootstrap.policy;

import static java.util.stream.Collectors.toMap;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import java.util.Map;

/** A bulkhead in front of each backend that can only take so much; the others take what comes. */
final class BackendBulkheads implements CallPolicy {

    private final Map<String, CallPolicy> limited;
    private final CallPolicy next;

    /** @param places by the name of the backend */
    BackendBulkheads(Map<String, Places> places, CallPolicy next) {
        this.limited = places.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, backend -> new Bulkhead(backend.getValue(), next)));
        this.next = next;
    }

    @Override
    public <R> R call(Call<R> call) {
        return limited.getOrDefault(call.first().backend(), next).call(call);
    }
}
