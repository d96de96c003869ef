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
 * The configured names: exact ones, then globs with the longest literal prefix first, then the default. Case does not
 * matter.
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
        globs.sort(Comparator.comparingInt(Glob::literalPrefix).reversed());
    }

    /** The rule whose pattern is this name or matches it; not the default. */
    Optional<ModelRule> match(ModelName name) {
        ModelRule rule = exact.get(name.key());
        return rule != null
                ? Optional.of(rule)
                : globs.stream()
                        .filter(glob -> glob.matches(name))
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

    private record Glob(ModelRule rule, Pattern pattern, int literalPrefix) {

        static Glob of(ModelRule rule) {
            String text = rule.pattern().toLowerCase(Locale.ROOT);
            StringBuilder regex = new StringBuilder();
            for (String literal : text.split("\\*", -1)) {
                regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
            }
            return new Glob(rule, Pattern.compile(regex.toString(), Pattern.DOTALL), text.indexOf('*'));
        }

        boolean matches(ModelName name) {
            String key = name.key();
            return pattern.matcher(key).matches()
                    || pattern.matcher(new ModelName(key).tagged()).matches();
        }
    }
}
