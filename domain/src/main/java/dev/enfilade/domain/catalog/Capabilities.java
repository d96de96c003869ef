package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The capabilities of a model, and how far they can be trusted.
 *
 * @param list without duplicates, in the order in which they are shown
 * @param origin whether somebody said so or it is only our assumption
 */
public record Capabilities(List<Capability> list, Origin origin) {

    /** Where the knowledge comes from. */
    public enum Origin {
        STATED,
        ASSUMED
    }

    public Capabilities {
        list = list.stream().distinct().toList();
        requireNonNull(origin, "origin is null");
    }

    public static Capabilities stated(List<Capability> list) {
        return new Capabilities(list, Origin.STATED);
    }

    public static Capabilities assumed(List<Capability> list) {
        return new Capabilities(list, Origin.ASSUMED);
    }

    public boolean has(Capability capability) {
        return list.contains(capability);
    }

    /** True only if it was stated that the model cannot: an assumption refuses nothing. */
    public boolean lacks(Capability capability) {
        return origin == Origin.STATED && !has(capability);
    }
}
