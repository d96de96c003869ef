package dev.enfilade.adapter.in.ollama.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Keeps the first fault of a decoding and knows where in the Go types it happened. */
final class GoFaults {

    private final Deque<String> path = new ArrayDeque<>();
    private String struct = "";
    private boolean structFixed;
    private Optional<String> first = Optional.empty();

    Optional<String> first() {
        return first;
    }

    void within(String member, Runnable work) {
        path.addLast(member);
        work.run();
        path.removeLast();
    }

    /** Faults within name this struct, and no longer the one around it. */
    void withinStruct(String type, Runnable work) {
        String outer = struct;
        if (!structFixed) {
            struct = type.substring(type.indexOf('.') + 1);
        }
        work.run();
        struct = outer;
    }

    /** Faults within go on naming the struct that is named now, as when a Go type brings its own decoder. */
    void withinOwnDecoder(Runnable work) {
        boolean outer = structFixed;
        structFixed = true;
        work.run();
        structFixed = outer;
    }

    /** Notes that a value of one kind stands where the Go type wants another. */
    void mismatch(String found, String type) {
        String place = path.isEmpty() ? "value" : "struct field " + struct + "." + String.join(".", path);
        note("json: cannot unmarshal " + found + " into Go " + place + " of type " + type);
    }

    void note(String text) {
        if (first.isEmpty()) {
            first = Optional.of(text);
        }
    }
}
