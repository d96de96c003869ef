package dev.enfilade.contract.golden;

import java.util.List;
import java.util.Optional;

/**
 * One golden file: an exchange, or a scenario of several. With a {@code listing} the backend lists that file's models
 * and the product is told nothing about them.
 */
public record Golden(String name, String about, boolean replay, Optional<String> listing, List<Step> steps) {

    public Golden {
        steps = List.copyOf(steps);
    }

    /** With the soft masks taken away. */
    Golden strict() {
        return new Golden(
                name, about, replay, listing, steps.stream().map(Step::strict).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
