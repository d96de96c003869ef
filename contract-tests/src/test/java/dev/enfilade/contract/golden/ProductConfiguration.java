package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** The product's configuration for a replay, written as JSON, which is YAML too. */
final class ProductConfiguration {

    /** What {@code overrides.json} calls a setting, and what the product calls it. */
    private static final Map<String, String> SETTINGS = Map.of(
            "capabilities", "capabilities",
            "context_length", "context",
            "embedding_length", "embedding-length",
            "family", "family",
            "parameter_size", "parameter-size",
            "quantization_level", "quantization");

    private ProductConfiguration() {}

    /** One backend, and nothing about its models. */
    static ObjectNode withoutModels(URI backend) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("backends")
                .putObject("main")
                .put("url", backend.toString())
                .put("key", "test-key");
        root.putObject("drain").put("delay", "1ms");
        return root;
    }

    /** One backend, and the settings of the recorded server's models. */
    static Function<URI, ObjectNode> withModels(JsonNode overrides) {
        return backend -> {
            ObjectNode root = withoutModels(backend);
            ObjectNode models = root.putObject("models");
            overrides
                    .required("models")
                    .forEach(model -> models.set(model.required("name").textValue(), settings(model)));
            return root;
        };
    }

    private static ObjectNode settings(JsonNode model) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.set("model", model.required("id"));
        model.required("settings").forEachEntry((name, value) -> {
            if (SETTINGS.containsKey(name)) {
                settings.set(SETTINGS.get(name), value);
            }
        });
        return settings;
    }
}
