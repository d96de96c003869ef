package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The configured names: exact ones, then globs with the longest literal prefix first (of equal ones the one that fixes
 * more), then the default. Case does not matter.
 */
public final class ModelMap {

    private final Map<String, ModelRule> exact = new LinkedHashMap<>();
    private final List<Glob> globs = new ArrayList<>();
    private Optional<ModelRule> fallback = Optional.empty();

    public ModelMap(List<ModelRule> rules) {
        for (ModelRule rule : rules) {
            if (rule.isDefault()) {
                fallback = Optional.of(rule);
            } else if (rule.isGlob()) {
                globs.add(Glob.of(rule));
            } else {
                exact.put(new ModelName(rule.pattern()).key(), rule);
            }
        }
        globs.sort(Comparator.comparingInt(Glob::literalPrefix)
                .thenComparingInt(Glob::literals)
                .reversed());
    }

    /** The rule whose pattern is this name or matches it; not the default. */
    Optional<ModelRule> match(ModelName name) {
        return Optional.ofNullable(exact.get(name.key())).or(() -> matchGlob(name));
    }

    private Optional<ModelRule> matchGlob(ModelName name) {
        if (globs.isEmpty()) {
            return Optional.empty();
        }
        List<String> spellings = name.spellings();
        return globs.stream()
                .filter(glob -> glob.matches(spellings))
                .map(Glob::rule)
                .findFirst();
    }

    Optional<ModelRule> fallback() {
        return fallback;
    }

    /** The exact names that are not hidden, in their configured order. */
    List<ModelRule> listed() {
        return exact.values().stream().filter(rule -> !rule.hidden()).toList();
    }

    boolean hides(ModelName name) {
        return match(name).filter(ModelRule::hidden).isPresent();
    }

    /**
     * A pattern that may be written in each of the ways in which names may be written.
     *
     * @param literalPrefix how many characters of a name it fixes at the beginning
     * @param literals how many it fixes in all
     */
    private record Glob(ModelRule rule, Pattern pattern, int literalPrefix, int literals) {

        static Glob of(ModelRule rule) {
            String text = rule.pattern().strip().toLowerCase(Locale.ROOT);
            StringBuilder regex = new StringBuilder();
            for (String literal : text.split("\\*", -1)) {
                regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
            }
            String key = new ModelName(text).key();
            return new Glob(
                    rule,
                    Pattern.compile(regex.toString(), Pattern.DOTALL),
                    key.indexOf('*'),
                    key.replace("*", "").length());
        }

        boolean matches(List<String> spellings) {
            return spellings.stream()
                    .anyMatch(spelling -> pattern.matcher(spelling).matches());
        }
    }
}
