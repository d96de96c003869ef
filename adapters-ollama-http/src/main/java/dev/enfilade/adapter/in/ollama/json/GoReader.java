package dev.enfilade.adapter.in.ollama.json;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decodes a body into the types of a Go program: names of members match in any letter case, null leaves a value as it
 * was, the last of several equal members wins, unknown members and text after the first value are ignored.
 *
 * <p>A value of the wrong type is a fault that is told in the words of Go's encoding/json and with the Go type's name,
 * since Ollama 0.33 passes these on with status 400; which of several is told, {@link GoFaults} knows. Faults of syntax
 * come before all others.
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
        reader.faults.report();
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

    /** Reads the value of a member whose name has capitals in Go; faults within spell it so. */
    public void named(String member, Runnable work) {
        faults.rename(member);
        work.run();
    }

    /** Reads a value whose Go type brings its own decoder. */
    public void own(Runnable work) {
        faults.withinOwnDecoder(work);
    }

    /** Reads an object of any names, which are given as they are written; faults within do not tell them. */
    public void properties(String type, Consumer<String> property) {
        if (accepts(JsonKind.OBJECT, type)) {
            members(property);
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

    /** Reads Go bytes: base64, which stays base64 but loses its line ends, or a list of numbers; empty if absent. */
    public String base64(String type) {
        if (kind() == JsonKind.ARRAY) {
            return GoBase64.encode(list(type, List.of(), number -> number.integer("uint8", 0, 0, 255)));
        }
        String text = string(type, "");
        GoBase64.fault(text).ifPresent(at -> faults.note("illegal base64 data at input byte " + at));
        return GoBase64.withoutLineEnds(text);
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
        return integer("int", current, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long integer(String type, long current, long least, long most) {
        if (!accepts(JsonKind.NUMBER, type)) {
            return current;
        }
        String number = in.source();
        Optional<Long> value = GoNumbers.whole(number).filter(n -> least <= n && n <= most);
        if (value.isEmpty()) {
            faults.mismatch("number " + number, type);
        }
        return value.orElse(current);
    }

    /** Steps over a value. */
    public void skip() {
        in.skip();
    }

    /** A fault in the words of a type that brings its own decoder; it ends the reading. */
    public static FailureException refused(String text) {
        return GoFaults.fault(text);
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

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.codePoints().map(GoReader::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Members are named in ASCII, whose only strange relatives are, in Go, the long s and the Kelvin sign. */
    private static int fold(int letter) {
        return switch (letter) {
            case '\u017F' -> 's';
            case '\u212A' -> 'k';
            default -> letter < 0x80 ? Character.toLowerCase(letter) : letter;
        };
    }
}
