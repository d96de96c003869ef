package dev.enfilade.adapter.in.ollama.option;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.request.Knob;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of {@code options} that Ollama 0.33 knows; those without a knob steer an engine that is the backend's
 * affair.
 */
enum Option {
    NUM_KEEP(Type.INTEGER, Knob.KEEP_TOKENS),
    SEED(Type.INTEGER, Knob.SEED),
    NUM_PREDICT(Type.INTEGER, Knob.MAX_TOKENS),
    TOP_K(Type.INTEGER, Knob.TOP_K),
    TOP_P(Type.FLOAT32, Knob.TOP_P),
    MIN_P(Type.FLOAT32, Knob.MIN_P),
    TYPICAL_P(Type.FLOAT32, Knob.TYPICAL_P),
    REPEAT_LAST_N(Type.INTEGER, Knob.REPEAT_LAST_N),
    TEMPERATURE(Type.FLOAT32, Knob.TEMPERATURE),
    REPEAT_PENALTY(Type.FLOAT32, Knob.REPEAT_PENALTY),
    PRESENCE_PENALTY(Type.FLOAT32, Knob.PRESENCE_PENALTY),
    FREQUENCY_PENALTY(Type.FLOAT32, Knob.FREQUENCY_PENALTY),
    STOP(Type.ARRAY),
    NUM_CTX(Type.INTEGER),
    NUM_BATCH(Type.INTEGER),
    NUM_GPU(Type.INTEGER),
    MAIN_GPU(Type.INTEGER),
    USE_MMAP(Type.BOOLEAN),
    NUM_THREAD(Type.INTEGER),
    DRAFT_NUM_PREDICT(Type.INTEGER);

    /** What a value must be, in the words of the errors. */
    enum Type {
        INTEGER,
        FLOAT32,
        BOOLEAN,
        ARRAY
    }

    private static final Map<String, Option> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Option::key, Function.identity()));

    private final Type type;
    private final Optional<Knob> knob;

    Option(Type type) {
        this.type = requireNonNull(type, "type is null");
        this.knob = Optional.empty();
    }

    Option(Type type, Knob knob) {
        this.type = requireNonNull(type, "type is null");
        this.knob = Optional.of(knob);
    }

    /** The option with this name, letter for letter. */
    static Optional<Option> of(String key) {
        return Optional.ofNullable(BY_NAME.get(key));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Type type() {
        return type;
    }

    Optional<Knob> knob() {
        return knob;
    }

    /** Whether it steers an engine, so that no backend has a place for it. */
    boolean isOfTheEngine() {
        return knob.isEmpty() && this != STOP;
    }
}
