package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.in.ollama.option.SetOption;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelOptions;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the map of models. */
final class ModelRules {

    private final Values values;

    ModelRules(Values values) {
        this.values = values;
    }

    List<ModelRule> read() {
        checkSpellings();
        return values.names("models").stream().map(this::rule).toList();
    }

    private ModelRule rule(String pattern) {
        Optional<String> backend = values.find(Keys.MODEL_BACKEND, pattern);
        backend.ifPresent(name -> checkBackend(pattern, name));
        return new ModelRule(
                pattern,
                backend,
                values.find(Keys.MODEL_TARGET, pattern),
                traits(pattern),
                values.get(Keys.MODEL_HIDDEN, pattern),
                new ModelOptions(options(Keys.MODEL_DEFAULTS, pattern), options(Keys.MODEL_FORCED, pattern)));
    }

    private Map<String, JsonText> options(Key<Map<String, List<String>>> key, String pattern) {
        Map<String, JsonText> options = new LinkedHashMap<>();
        values.find(key, pattern)
                .orElse(Map.of())
                .forEach((name, texts) -> SetOption.value(name, texts)
                        .ifPresentOrElse(
                                value -> options.put(name, value),
                                () -> values.problem(
                                        key.path().named(pattern).child(name),
                                        "does not fit (expected "
                                                + SetOption.expected(name).orElse("another name") + ")")));
        return options;
    }

    private ModelTraits traits(String pattern) {
        return new ModelTraits(
                values.find(Keys.MODEL_CAPABILITIES, pattern),
                number(Keys.MODEL_CONTEXT, pattern),
                number(Keys.MODEL_EMBEDDING_LENGTH, pattern),
                values.find(Keys.MODEL_FAMILY, pattern),
                values.find(Keys.MODEL_PARAMETER_SIZE, pattern),
                values.find(Keys.MODEL_QUANTIZATION, pattern));
    }

    /** Two ways to write one name: only one of them could ever be found. */
    private void checkSpellings() {
        Map<String, String> first = new HashMap<>();
        for (String name : values.names("models")) {
            String other = first.putIfAbsent(new ModelName(name).key(), name);
            if (other != null) {
                values.problem(
                        KeyPath.of("models").child(name),
                        "the same name as \"" + other + "\", since case and :latest make no difference"
                                + " (expected one of the two)");
            }
        }
    }

    private void checkBackend(String pattern, String backend) {
        Set<String> known = values.names("backends");
        if (!known.contains(backend)) {
            String meant = NearestWord.to(backend, known)
                    .map(word -> "; did you mean " + word + "?")
                    .orElse("");
            values.problem(
                    Keys.MODEL_BACKEND.path().named(pattern),
                    "no backend has the name \"" + backend + "\" (expected " + String.join(", ", known) + meant + ")");
        }
    }

    private OptionalInt number(Key<Integer> key, String pattern) {
        return values.find(key, pattern).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
