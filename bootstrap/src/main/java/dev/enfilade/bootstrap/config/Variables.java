package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that are set and not empty; those of the process come before those of a {@code .env} file. */
record Variables(Map<String, Scalar> values) {

    Variables {
        values = Map.copyOf(values);
    }

    static Variables of(Map<String, String> process, Map<String, Scalar> dotEnv) {
        Map<String, Scalar> values = new LinkedHashMap<>(dotEnv);
        process.forEach((name, text) -> values.put(name, new Scalar(text, Origin.variable(name))));
        values.values().removeIf(value -> value.text().isBlank());
        return new Variables(values);
    }

    Optional<Scalar> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return find(name).map(Scalar::text);
    }
}
