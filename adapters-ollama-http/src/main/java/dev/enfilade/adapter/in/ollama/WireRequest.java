package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request that is little more than names and flags: show, pull, push, create, copy and delete. */
final class WireRequest {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();

    private WireRequest() {}

    /**
     * Reads the members of a Go struct that are strings or flags; others are ignored.
     *
     * @param type Go's name of the struct
     */
    static WireRequest read(byte[] body, String type, Set<String> textMembers, Set<String> flagMembers) {
        return GoReader.read(body, reader -> {
            WireRequest request = new WireRequest();
            reader.struct(type, name -> {
                if (textMembers.contains(name)) {
                    request.texts.put(name, reader.string(request.text(name)));
                } else if (flagMembers.contains(name)) {
                    reader.optionalFlag(request.flag(name)).ifPresent(value -> request.flags.put(name, value));
                }
            });
            return request;
        });
    }

    String text(String member) {
        return texts.getOrDefault(member, "");
    }

    Optional<Boolean> flag(String member) {
        return Optional.ofNullable(flags.get(member));
    }

    /** The model under its present or its old member name; an empty one counts as absent. */
    String model() {
        return text("model").isEmpty() ? text("name") : text("model");
    }
}
