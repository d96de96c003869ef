package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.policy.CircuitSettings;
import dev.enfilade.bootstrap.policy.PolicySettings;
import dev.enfilade.bootstrap.policy.RetrySettings;
import dev.enfilade.domain.catalog.ModelName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        values.find(Keys.FALLBACKS).orElse(Map.of()).forEach((name, others) -> {
            ModelName model = new ModelName(name);
            List<ModelName> substitutes = others.stream().map(ModelName::new).toList();
            checkSubstitutes(model, substitutes);
            fallbacks.put(model, substitutes);
        });
        return fallbacks;
    }

    /** Whether a backend has a model is known when it is asked; that a model helps itself out is wrong at once. */
    private void checkSubstitutes(ModelName model, List<ModelName> substitutes) {
        Set<String> seen = new HashSet<>(Set.of(model.key()));
        for (ModelName substitute : substitutes) {
            if (!seen.add(substitute.key())) {
                values.problem(
                        Keys.FALLBACKS.path().child(model.value()),
                        "\"" + substitute + "\" cannot step in " + (substitute.sameAs(model) ? "for itself" : "twice")
                                + " (expected other models, each once)");
            }
        }
    }
}
