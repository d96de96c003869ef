package dev.enfilade.domain.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How tokens are to be chosen: only what the client set, since every other default is the backend's.
 *
 * @param knobs integers as {@link Long}, fractions as {@link Double}
 * @param stop texts that end the answer
 * @param others the names of what else was asked for and no backend can be told, so that it is not lost in silence
 */
public record Sampling(Map<Knob, Number> knobs, List<String> stop, List<String> others) {

    /** Nothing set. */
    public static final Sampling UNSET = new Sampling(Map.of(), List.of());

    public Sampling {
        EnumMap<Knob, Number> copy = new EnumMap<>(Knob.class);
        copy.putAll(knobs);
        knobs = Collections.unmodifiableMap(copy);
        stop = List.copyOf(stop);
        others = List.copyOf(others);
    }

    public Sampling(Map<Knob, Number> knobs, List<String> stop) {
        this(knobs, stop, List.of());
    }

    public Sampling alsoAsking(List<String> names) {
        List<String> all = new ArrayList<>(others);
        all.addAll(names);
        return new Sampling(knobs, stop, all);
    }
}
