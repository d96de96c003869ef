package dev.enfilade.bootstrap.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of keys as a JSON Schema (draft 2020-12), for editors. References are let through: what they lead to is
 * seen when the configuration is loaded.
 */
public final class ConfigSchema {

    private static final Map<String, Object> REFERENCE = Map.of("$ref", "#/$defs/reference");

    private ConfigSchema() {}

    /** The schema in JSON, with a line end behind it. */
    public static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Configuration of Enfilade");
        schema.putAll(group(KeyTree.OF_ALL_KEYS));
        schema.put("$defs", Map.of("reference", reference()));
        try {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> reference() {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("description", "${NAME}, ${NAME:-default}, ${file:/path} or ${credential:NAME}, within a text.");
        reference.put("type", "string");
        reference.put("pattern", "\\$\\{[^}]+\\}");
        return reference;
    }

    private static Map<String, Object> of(KeyTree tree) {
        return tree.key().map(ConfigSchema::value).orElseGet(() -> group(tree));
    }

    private static Map<String, Object> group(KeyTree tree) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", List.of("object", "null"));
        group.put("additionalProperties", false);
        tree.children().forEach((name, child) -> {
            if (name.equals(KeyPath.ANY)) {
                tree.names().ifPresent(form -> group.put("propertyNames", names(form)));
                group.put("additionalProperties", named(child));
            } else if (!child.isPlanned()) {
                properties.put(name, of(child));
            }
        });
        if (!properties.isEmpty()) {
            group.put("properties", properties);
        }
        return group;
    }

    /** What stands under a name of the user's choice, which may be a shorthand. */
    private static Map<String, Object> named(KeyTree tree) {
        return Keys.ALL.stream()
                .filter(key -> key.path().equals(Keys.SHORTHANDS.get(tree.place())))
                .findFirst()
                .map(key -> anyOf(Stream.of(value(key), group(tree))))
                .orElseGet(() -> group(tree));
    }

    private static Map<String, Object> value(Key<?> key) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("description", key.about() + " Expected: " + key.kind().expected() + ".");
        value.putAll(of(key.kind()));
        key.usual().ifPresent(usual -> value.put("default", json(key.kind(), usual)));
        return value;
    }

    private static Map<String, Object> of(Kind<?> kind) {
        Map<String, Object> nothing = Map.of("type", "null");
        return switch (kind) {
            case Single<?> single -> anyOf(Stream.of(single.form().schema(), REFERENCE, nothing));
            case Several<?> several -> {
                Map<String, Object> list = new LinkedHashMap<>();
                list.put("type", "array");
                list.put("items", of(several.item()));
                // One item needs no brackets.
                yield anyOf(Stream.of(list, Map.of("type", List.of("string", "number", "boolean")), nothing));
            }
            case Named<?> named -> {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("type", "object");
                group.put("propertyNames", names(named.name()));
                group.put("additionalProperties", of(named.item()));
                yield anyOf(Stream.of(group, Map.of("type", "string"), nothing));
            }
        };
    }

    private static Map<String, Object> anyOf(Stream<Map<String, Object>> schemas) {
        return Map.of("anyOf", schemas.toList());
    }

    private static Map<String, Object> names(Single<?> form) {
        Map<String, Object> names = new LinkedHashMap<>(form.form().schema());
        names.remove("type");
        return names;
    }

    private static Object json(Kind<?> kind, String usual) {
        return switch (kind) {
            case Single<?> single -> single.form().json(usual);
            case Several<?> several ->
                Several.split(new Node.Scalar(usual, Origin.flag("default")))
                        .map(item -> several.item().form().json(item.text()))
                        .toList();
            case Named<?> _ -> usual;
        };
    }
}
