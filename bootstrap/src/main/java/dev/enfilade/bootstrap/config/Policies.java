package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.policy.CircuitSettings;
import dev.enfilade.bootstrap.policy.PolicySettings;
import dev.enfilade.bootstrap.policy.RetrySettings;
import dev.enfilade.domain.catalog.ModelName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be done about backends that are slow, full or broken. */
final class Policies {

    private final Values values;

    Policies(Values values) {
        this.values = values;
    }

    PolicySettings stack() {
        Map<String, Integer> concurrency = new LinkedHashMap<>();
        for (String backend : values.names("backends")) {
            values.find(Keys.BACKEND_CONCURRENCY, backend).ifPresent(most -> concurrency.put(backend, most));
        }
        return new PolicySettings(
                values.get(Keys.LIMITS_STREAMS),
                values.get(Keys.LIMITS_QUEUE),
                concurrency,
                new RetrySettings(values.get(Keys.RETRY_ATTEMPTS), values.get(Keys.RETRY_BUDGET)));
    }

    CircuitSettings breaker() {
        return new CircuitSettings(values.get(Keys.BREAKER_FAILURES), values.get(Keys.BREAKER_OPEN));
    }

    Map<ModelName, List<ModelName>> fallbacks() {
        Map<ModelName, List<ModelName>> fallbacks = new LinkedHashMap<>();
        values.find(Keys.FALLBACKS)
                .orElse(Map.of())
                .forEach((model, others) -> fallbacks.put(
                        new ModelName(model),
                        others.stream().map(ModelName::new).toList()));
        return fallbacks;
    }
}
