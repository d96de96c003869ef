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
    private static final Map<String, Object> NOTHING = Map.of("type", "null");

    /** Of a text that stands for a group. */
    private static final String PAIR = "(?:\\s*|\\s*[^=,\\s][^=,]*=[^,]*)";

    private static final String PAIRS = "^" + PAIR + "(?:," + PAIR + ")*$";

    private ConfigSchema() {}

    /** The schema in JSON, with a line end behind it. */
    public static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Configuration of Enfilade");
        schema.putAll(group(KeyTree.OF_ALL_KEYS));
        schema.put("$defs", definitions());
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

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("reference", reference());
        definitions.put("planned", planned());
        return definitions;
    }

    /** The reader lets pass what says nothing. */
    private static Map<String, Object> planned() {
        Map<String, Object> planned = new LinkedHashMap<>();
        planned.put("description", "This version does not have it yet.");
        planned.put("doNotSuggest", true);
        planned.put("type", List.of("null", "object", "array"));
        planned.put("additionalProperties", Map.of("$ref", "#/$defs/planned"));
        planned.put("maxItems", 0);
        return planned;
    }

    private static Map<String, Object> reference() {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("description", "${NAME}, ${NAME:-default}, ${file:/path} or ${credential:NAME}, within a text.");
        reference.put("type", "string");
        reference.put("pattern", "\\$\\{[^}]+\\}");
        return reference;
    }

    private static Map<String, Object> of(KeyTree tree) {
        return tree.key()
                .map(ConfigSchema::value)
                .orElseGet(() -> tree.children().isEmpty() ? Map.of("$ref", "#/$defs/planned") : group(tree));
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
            } else {
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

    /** A key without a value is as good as none. */
    private static Map<String, Object> of(Kind<?> kind) {
        return anyOf(Stream.concat(forms(kind), Stream.of(NOTHING)));
    }

    private static Stream<Map<String, Object>> forms(Kind<?> kind) {
        return switch (kind) {
            case Single<?> single -> Stream.of(single.form().schema(), REFERENCE);
            case Several<?> several ->
                Stream.of(list(several.item()), inOneText(several.item().form()), REFERENCE);
            case Named<?> named -> Stream.of(group(named), pairs(), REFERENCE);
        };
    }

    private static Map<String, Object> list(Single<?> item) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", anyOf(forms(item)));
        return list;
    }

    /** One item needs no brackets, and a number no quotes. */
    private static Map<String, Object> inOneText(Form item) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put(
                "type",
                Stream.of("string", item.fits("7") ? "number" : "string", item.fits("true") ? "boolean" : "string")
                        .distinct()
                        .toList());
        text.put("pattern", separated("(?:" + item.pattern() + ")"));
        return text;
    }

    private static String separated(String item) {
        return "^[\\s,]*(?:" + item + "(?:\\s*,[\\s,]*" + item + ")*[\\s,]*)?$";
    }

    private static Map<String, Object> pairs() {
        Map<String, Object> pairs = new LinkedHashMap<>();
        pairs.put("type", "string");
        pairs.put("pattern", PAIRS);
        return pairs;
    }

    private static Map<String, Object> group(Named<?> named) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", "object");
        group.put("propertyNames", names(named.name()));
        group.put("additionalProperties", anyOf(forms(named.item())));
        return group;
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
