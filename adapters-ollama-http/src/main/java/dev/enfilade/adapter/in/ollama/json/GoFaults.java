package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The faults of a decoding, and where in the Go types they happened.
 *
 * <p>Go's decoder goes on after a value of the wrong type and reports the first one at its end. A type that brings its
 * own decoder reports at the end of its own value, and what it reports ends everything, whatever was noted before.
 */
final class GoFaults {

    private final Deque<String> path = new ArrayDeque<>();
    private String struct = "";
    private boolean structFixed;
    private Optional<String> noted = Optional.empty();

    void within(String member, Runnable work) {
        path.addLast(member);
        work.run();
        path.removeLast();
    }

    /** Gives the innermost member the spelling that Go has for it. */
    void rename(String member) {
        path.removeLast();
        path.addLast(member);
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

    /** Work of a type that brings its own decoder; faults within go on naming the struct that is named now. */
    void withinOwnDecoder(Runnable work) {
        boolean outerFixed = structFixed;
        Optional<String> outerNoted = noted;
        structFixed = true;
        noted = Optional.empty();
        work.run();
        report();
        noted = outerNoted;
        structFixed = outerFixed;
    }

    /** Notes that a value of one kind stands where the Go type wants another. */
    void mismatch(String found, String type) {
        String place = path.isEmpty() ? "value" : "struct field " + struct + "." + String.join(".", path);
        note("json: cannot unmarshal " + found + " into Go " + place + " of type " + type);
    }

    void note(String text) {
        if (noted.isEmpty()) {
            noted = Optional.of(text);
        }
    }

    /** @throws FailureException {@link InvalidRequest} with what was noted first, if anything was */
    void report() {
        if (noted.isPresent()) {
            throw fault(noted.get());
        }
    }

    static FailureException fault(String text) {
        return new FailureException(new InvalidRequest(text));
    }
}
