package dev.enfilade.contract.backend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of the backend, each named after the one thing it does. */
public enum BackendModel {
    /** Says {@link #WORDS}. */
    TALKER,
    /** Thinks {@link #THOUGHTS}, then says {@link #WORDS}. */
    THINKER,
    /** Calls {@code weather} for two cities at once; with both results paired to their calls it says {@link #WORDS}. */
    CALLER,
    /** Reports an error after some words. */
    FAILING,
    /** Closes the connection after some words. */
    CUT,
    /** Says some words and then nothing until the client leaves. */
    ENDLESS,
    /** Turns each text into the vector (3, 4). */
    EMBEDDER;

    /** Several scripts, an emoji of two chars, and a line separator that must not end a line of JSON. */
    public static final String WORDS = "Grüße, 世界 🌊 and a \u2028line.";

    public static final String THOUGHTS = "They greet me.";

    private static final List<String> PIECES = List.of("Grüße, ", "世界 🌊 ", "and a \u2028line.");

    /** The name by which it is asked for. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BackendModel> named(String id) {
        return Stream.of(values()).filter(model -> model.id().equals(id)).findFirst();
    }

    Reply reply(JsonNode request) {
        return switch (this) {
            case TALKER, EMBEDDER -> Reply.saying(PIECES);
            case THINKER -> new Reply(THOUGHTS, PIECES, List.of(), Ending.CLEAN);
            case CALLER -> called(request.path("messages"));
            case FAILING -> Reply.breakingOff(Ending.REPORTED_ERROR);
            case CUT -> Reply.breakingOff(Ending.CUT);
            case ENDLESS -> Reply.breakingOff(Ending.SILENCE);
        };
    }

    private static Reply called(JsonNode messages) {
        List<String> answered = texts(messages.findParents("tool_call_id"), "tool_call_id");
        if (answered.isEmpty()) {
            List<Call> calls = List.of(
                    new Call("call_berlin", "weather", "{\"city\":\"Berlin\"}"),
                    new Call("call_oslo", "weather", "{\"city\":\"Oslo\"}"));
            return new Reply("", List.of(), calls, Ending.CLEAN);
        }
        Set<String> asked = messages.findValues("tool_calls").stream()
                .flatMap(JsonNode::valueStream)
                .map(call -> call.path("id").asText())
                .collect(Collectors.toSet());
        boolean paired = answered.size() == 2 && asked.equals(Set.copyOf(answered));
        return Reply.saying(paired ? PIECES : List.of("Whose result is that?"));
    }

    private static List<String> texts(List<JsonNode> nodes, String name) {
        return nodes.stream().map(node -> node.path(name).asText()).toList();
    }
}
