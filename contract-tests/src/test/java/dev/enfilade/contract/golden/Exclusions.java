package dev.enfilade.contract.golden;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The golden files that the product is known not to answer as recorded, each with the reason. */
record Exclusions(Map<String, String> reasons) {

    Exclusions {
        reasons = Map.copyOf(reasons);
    }

    /** Reads lines of a name, a blank and a reason; {@code #} begins a comment. */
    static Exclusions parse(String text) {
        Map<String, String> reasons = new HashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, reasons);
            }
        }
        return new Exclusions(reasons);
    }

    Optional<String> reason(Golden golden) {
        return Optional.ofNullable(reasons.get(golden.name()));
    }

    Set<String> names() {
        return reasons.keySet();
    }

    private static void add(String line, Map<String, String> reasons) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no reason: " + line);
        }
        if (reasons.put(parts[0], parts[1]) != null) {
            throw new IllegalArgumentException("listed twice: " + parts[0]);
        }
    }
}
