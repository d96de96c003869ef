package dev.enfilade.adapter.in.ollama.option;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.json.JsonKind;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code options}: what the client set and nothing else, since other defaults are the backend's. Nulls are ignored, of
 * unknown options only the names are kept, numbers for whole ones lose their fraction, and a wrong type is an error
 * 500, all as in Ollama 0.33.
 */
public final class OptionsMapper {

    private static final Map<String, Knob> FORMER =
            Map.of("mirostat", Knob.MIROSTAT, "mirostat_tau", Knob.MIROSTAT_TAU, "mirostat_eta", Knob.MIROSTAT_ETA);

    /** Names end up in logs. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private OptionsMapper() {}

    public static Sampling toDomain(Map<String, JsonText> options) {
        Map<Knob, Number> knobs = new EnumMap<>(Knob.class);
        List<String> stop = List.of();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, JsonText> entry : options.entrySet()) {
            Optional<Option> option = Option.of(entry.getKey());
            JsonText value = entry.getValue();
            if (JsonKind.of(value) == JsonKind.NULL) {
                continue;
            }
            if (option.isEmpty()) {
                former(entry.getKey(), value, knobs, others);
                continue;
            }
            if (option.get().isOfTheEngine()) {
                others.add(entry.getKey());
            }
            Optional<Number> number = switch (option.get().type()) {
                case INTEGER -> Optional.of(whole(number(option.get(), value)));
                case FLOAT32 -> Optional.of(number(option.get(), value));
                case BOOLEAN -> {
                    check(option.get(), value, JsonKind.BOOL);
                    yield Optional.empty();
                }
                case ARRAY -> {
                    stop = strings(option.get(), value);
                    yield Optional.empty();
                }
            };
            number.ifPresent(known -> set(knobs, option.get(), known));
        }
        return new Sampling(knobs, stop, others);
    }

    /** What Ollama once knew some backends still take; of the rest only the names are of interest. */
    private static void former(String name, JsonText value, Map<Knob, Number> knobs, List<String> others) {
        Optional<Knob> knob = Optional.ofNullable(FORMER.get(name)).filter(_ -> JsonKind.of(value) == JsonKind.NUMBER);
        knob.ifPresentOrElse(
                known -> knobs.put(known, former(known, decimal(value))),
                () -> others.add(NAME.matcher(name).matches() ? name : "an option with an odd name"));
    }

    private static Number former(Knob knob, double value) {
        if (knob == Knob.MIROSTAT) {
            return whole(value);
        }
        return value;
    }

    /** No limit and no seed are told by numbers that mean something else to other servers. */
    private static void set(Map<Knob, Number> knobs, Option option, Number value) {
        boolean unset = switch (option) {
            case NUM_PREDICT -> value.longValue() <= 0;
            case SEED -> value.longValue() < 0;
            default -> false;
        };
        if (!unset) {
            option.knob().ifPresent(knob -> knobs.put(knob, value));
        }
    }

    /** Beyond 64 bits Go ends up with the smallest number, which reads as "none" here. */
    private static long whole(double number) {
        return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
    }

    private static double number(Option option, JsonText value) {
        check(option, value, JsonKind.NUMBER);
        return decimal(value);
    }

    private static double decimal(JsonText value) {
        return Double.parseDouble(value.raw());
    }

    private static List<String> strings(Option option, JsonText value) {
        check(option, value, JsonKind.ARRAY);
        return GoReader.read(
                value.raw().getBytes(StandardCharsets.UTF_8),
                in -> in.list("[]string", List.of(), element -> string(option, element)));
    }

    private static String string(Option option, GoReader in) {
        if (in.kind() != JsonKind.STRING) {
            throw mistyped(option, "an array of strings");
        }
        return in.string("");
    }

    private static void check(Option option, JsonText value, JsonKind wanted) {
        if (JsonKind.of(value) != wanted) {
            throw mistyped(option, "type " + option.type().name().toLowerCase(Locale.ROOT));
        }
    }

    private static OllamaError mistyped(Option option, String wanted) {
        return new OllamaError(500, "option " + GoQuote.text(option.key()) + " must be of " + wanted);
    }
}
