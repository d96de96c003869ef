package dev.enfilade.contract.golden;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mask asks of a live value, or grants it. */
sealed interface MaskRule permits ValueRule, Leeway {

    /** Reads a rule such as {@code pos}, {@code ends: x} or {@code lacks: a,b}. */
    static MaskRule parse(String rule) {
        String[] parts = rule.split(":", 2);
        String name = parts[0].strip();
        String argument = parts.length == 1 ? "" : parts[1].strip();
        return switch (name) {
            case "ends" -> new EndsWith(argument);
            case "has" -> new Has(words(argument));
            case "lacks" -> new Lacks(words(argument));
            default -> plain(rule);
        };
    }

    private static MaskRule plain(String rule) {
        return Stream.<MaskRule>concat(Arrays.stream(ValueKind.values()), Arrays.stream(Leeway.values()))
                .filter(known -> known.toString().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of mask: " + rule));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }
}
