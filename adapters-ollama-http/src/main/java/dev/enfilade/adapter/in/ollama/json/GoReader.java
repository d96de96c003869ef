package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decodes a body into the types of a Go program: names of members match in any letter case, null leaves a value as it
 * was, the last of several equal members wins, unknown members and text after the first value are ignored.
 *
 * <p>A value of the wrong type is left out and reading goes on; the first such fault is the one that is reported, in
 * the words of Go's encoding/json and with the Go type's name, since Ollama 0.33 passes these on with status 400.
 * Faults of syntax come before all others.
 */
public final class GoReader {

    private final JsonCursor in;
    private final GoFaults faults = new GoFaults();

    private GoReader(byte[] body) {
        this.in = new JsonCursor(body, JsonSyntax.check(body));
    }

    /**
     * Reads a whole body.
     *
     * @param type reads the outermost value
     * @throws FailureException {@link InvalidRequest} with Go's text
     */
    public static <T> T read(byte[] body, Function<GoReader, T> type) {
        GoReader reader = new GoReader(body);
        T value = type.apply(reader);
        reader.faults.first().ifPresent(text -> {
            throw new FailureException(new InvalidRequest(text));
        });
        return value;
    }

    /** The kind of the value that comes next. */
    public JsonKind kind() {
        return JsonKind.of(in.first());
    }

    /**
     * Reads the members of a struct one after the other; those that are not read are skipped.
     *
     * @param type Go's name of it, such as {@code api.ChatRequest}
     * @param member gets the name in lower case and reads the value
     */
    public void struct(String type, Consumer<String> member) {
        if (accepts(JsonKind.OBJECT, type)) {
            faults.withinStruct(type, () -> members(name -> within(fold(name), member)));
        }
    }

    /** Reads a struct whose Go type brings its own decoder: faults within name the struct around it. */
    public void ownStruct(String type, Consumer<String> member) {
        faults.withinOwnDecoder(() -> struct(type, member));
    }

    /** Reads an object with any names, as they are written; faults within do not name them. */
    public void properties(String type, Consumer<String> property) {
        if (accepts(JsonKind.OBJECT, type)) {
            faults.withinOwnDecoder(() -> members(property));
        }
    }

    /** Reads the elements of a list; null is no elements. */
    public <T> List<T> list(String type, List<T> current, Function<GoReader, T> element) {
        return list(type, current, element, Integer.MAX_VALUE);
    }

    /** Reads the elements of a list; of a longer one than the given length only the beginning is kept. */
    public <T> List<T> list(String type, List<T> current, Function<GoReader, T> element, int longest) {
        if (kind() == JsonKind.NULL) {
            in.skip();
            return List.of();
        }
        if (!accepts(JsonKind.ARRAY, type)) {
            return current;
        }
        List<T> elements = new ArrayList<>();
        for (boolean more = in.enter(); more; more = in.more()) {
            T value = element.apply(this);
            if (elements.size() < longest) {
                elements.add(value);
            }
        }
        return elements;
    }

    /** Reads a {@code map[string]interface {}}; its values stay JSON, but no number may be beyond a double. */
    public Map<String, JsonText> map(Map<String, JsonText> current) {
        if (kind() == JsonKind.NULL) {
            in.skip();
            return Map.of();
        }
        if (!accepts(JsonKind.OBJECT, "map[string]interface {}")) {
            return current;
        }
        Map<String, JsonText> values = new LinkedHashMap<>(current);
        members(name -> values.put(name, any()));
        return values;
    }

    /** Reads a value of any kind; no number in it may be beyond a double. */
    public JsonText any() {
        JsonText value = new JsonText(in.source());
        GoNumbers.beyondDouble(value.raw()).ifPresent(number -> faults.mismatch("number " + number, "float64"));
        return value;
    }

    /** Reads a value of any kind as it stands in the source; null is absent. */
    public Optional<JsonText> raw() {
        boolean absent = kind() == JsonKind.NULL;
        JsonText value = new JsonText(in.source());
        return absent ? Optional.empty() : Optional.of(value);
    }

    /** The source text of a value that the given work reads. */
    public JsonText source(Runnable work) {
        int start = in.position();
        work.run();
        return new JsonText(in.since(start));
    }

    public String string(String current) {
        return string("string", current);
    }

    /** Reads a string for a Go type of another name. */
    public String string(String type, String current) {
        return accepts(JsonKind.STRING, type) ? in.string() : current;
    }

    /** Reads a Go {@code api.ImageData}: bytes in base64, which stay base64, without line ends; empty if absent. */
    public String base64() {
        String text = string("api.ImageData", "");
        GoBase64.fault(text).ifPresent(at -> faults.note("illegal base64 data at input byte " + at));
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : text.replaceAll("[\r\n]", "");
    }

    public boolean flag(boolean current) {
        return accepts(JsonKind.BOOL, "bool") ? in.source().equals("true") : current;
    }

    /** Reads a flag that may be unset; null unsets it. */
    public Optional<Boolean> optionalFlag(Optional<Boolean> current) {
        if (kind() == JsonKind.NULL) {
            in.skip();
            return Optional.empty();
        }
        return Optional.of(flag(current.orElse(false)));
    }

    /** Reads a whole number; one with a fraction, an exponent or more than 64 bits is a fault. */
    public long integer(long current) {
        if (!accepts(JsonKind.NUMBER, "int")) {
            return current;
        }
        String number = in.source();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException notWhole) {
            faults.mismatch("number " + number, "int");
            return current;
        }
    }

    /** Steps over a value. */
    public void skip() {
        in.skip();
    }

    /** Notes a fault that the Go type words itself. */
    public void refuse(String text) {
        faults.note(text);
    }

    /** True if the value is of the kind; otherwise it is left behind, and a fault unless it is null. */
    private boolean accepts(JsonKind wanted, String type) {
        JsonKind found = kind();
        if (found == wanted) {
            return true;
        }
        in.skip();
        if (found != JsonKind.NULL) {
            faults.mismatch(found.word(), type);
        }
        return false;
    }

    private void members(Consumer<String> member) {
        for (boolean more = in.enter(); more; more = in.more()) {
            String name = in.name();
            int value = in.position();
            member.accept(name);
            if (in.position() == value) {
                in.skip();
            }
        }
    }

    private void within(String name, Consumer<String> member) {
        faults.within(name, () -> member.accept(name));
    }

    /** Upper case first, so that the long s and the Kelvin sign match their letters, as in Go. */
    private static String fold(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
