package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one object in a golden file. On close every one must have been read: what nobody reads proves nothing.
 */
final class Members implements AutoCloseable {

    private final JsonNode object;
    private final Set<String> unread = new LinkedHashSet<>();

    Members(JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("not an object: " + object);
        }
        this.object = object;
        object.fieldNames().forEachRemaining(unread::add);
    }

    Optional<JsonNode> find(String name) {
        unread.remove(name);
        return Optional.ofNullable(object.get(name));
    }

    JsonNode get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no member " + name + " in " + object));
    }

    String text(String name) {
        return get(name).textValue();
    }

    Optional<String> findText(String name) {
        return find(name).map(JsonNode::textValue);
    }

    boolean isTrue(String name) {
        return find(name).map(JsonNode::booleanValue).orElse(false);
    }

    List<JsonNode> list(String name) {
        return find(name).stream().flatMap(JsonNode::valueStream).toList();
    }

    Headers headers() {
        return new Headers(find("headers").stream()
                .flatMap(JsonNode::propertyStream)
                .map((Map.Entry<String, JsonNode> entry) ->
                        new Header(entry.getKey(), entry.getValue().textValue()))
                .toList());
    }

    /** Members that are for people to read. */
    void skip(String... names) {
        unread.removeAll(Set.of(names));
    }

    @Override
    public void close() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("unknown members " + unread + " in " + object);
        }
    }
}
