package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configured names: exact ones, then globs with the longest literal prefix first (of equal ones the one that fixes
 * more), then the default. Case does not matter.
 */
public final class ModelMap {

    private final Map<String, ModelRule> exact = new LinkedHashMap<>();
    private final List<Glob> globs = new ArrayList<>();
    private final Permission permission;
    private Optional<ModelRule> fallback = Optional.empty();

    /** Rules for names that are all permitted. */
    public ModelMap(List<ModelRule> rules) {
        this(rules, Permission.OF_ALL);
    }

    /** Rules, and the names that may be asked for at all. */
    public ModelMap(List<ModelRule> rules, Permission permission) {
        this.permission = permission;
        for (ModelRule rule : rules) {
            if (rule.isDefault()) {
                fallback = Optional.of(rule);
            } else if (rule.isGlob()) {
                globs.add(Glob.of(rule));
            } else {
                exact.put(new ModelName(rule.pattern()).key(), rule);
            }
        }
        globs.sort(Comparator.comparing(Glob::names, NameGlob.MOST_SPECIFIC_FIRST));
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
                .filter(glob -> glob.names().matches(spellings))
                .map(Glob::rule)
                .findFirst();
    }

    Optional<ModelRule> fallback() {
        return fallback;
    }

    /** Whether a rule is for exactly this name, or leads to exactly this model. */
    boolean writes(String name) {
        return exact.containsKey(new ModelName(name).key())
                || rules().anyMatch(rule -> rule.target().filter(name::equals).isPresent());
    }

    private Stream<ModelRule> rules() {
        return Stream.of(exact.values().stream(), globs.stream().map(Glob::rule), fallback.stream())
                .flatMap(rules -> rules);
    }

    /** The exact names that are neither hidden nor forbidden, in their configured order. */
    List<ModelRule> listed() {
        return exact.values().stream()
                .filter(rule -> !rule.hidden() && permits(List.of(new ModelName(rule.pattern()))))
                .toList();
    }

    boolean hides(ModelName name) {
        return match(name).filter(ModelRule::hidden).isPresent() || !permits(List.of(name));
    }

    /** Whether a model that has all these names may be asked for. */
    boolean permits(List<ModelName> names) {
        return permission.covers(names);
    }

    /** A rule with its pattern. */
    private record Glob(ModelRule rule, NameGlob names) {

        static Glob of(ModelRule rule) {
            return new Glob(rule, NameGlob.of(rule.pattern()));
        }
    }
}
