package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelOptions;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import java.util.Optional;

/** Puts together where a name leads and what is known of the model there. */
record RouteMaker(Shelves shelves, ModelMap map, CardMaker cards) {

    /** To the backend that the rule names, else to one that lists the rule's model, else to the first. */
    ModelRoute byRule(ModelName asked, ModelRule rule) {
        String target = rule.target()
                .orElseGet(() -> shown(asked, rule).withoutDefaultTag().value());
        ModelName wanted = new ModelName(target);
        Shelf chosen = rule.backend()
                .map(shelves::of)
                .orElseGet(() -> shelves.listing(wanted))
                .orElse(shelves.first());
        return chosen.find(wanted)
                .map(model -> listedByRule(asked, rule, chosen, model))
                .orElseGet(() -> new ModelRoute(
                        cards.card(shown(asked, rule), target, rule.traits(), Optional.empty())
                                .with(rule.options()),
                        wanted,
                        chosen.backend()));
    }

    /** To a model that a backend lists, for a rule that leads there. */
    ModelRoute listedByRule(ModelName asked, ModelRule rule, Shelf shelf, ListedModel model) {
        return new ModelRoute(
                cards.card(shown(asked, rule), model.id(), rule.traits(), Optional.of(model))
                        .with(rule.options()),
                new ModelName(model.id()),
                shelf.backend());
    }

    /** To a model that a backend lists, under the backend's own name. */
    ModelRoute listed(Shelf shelf, ListedModel model) {
        ModelName name = new ModelName(model.id());
        Optional<ModelRule> rule = map.match(name);
        ModelTraits configured = rule.map(ModelRule::traits).orElse(ModelTraits.UNKNOWN);
        return new ModelRoute(
                cards.card(name, model.id(), configured, Optional.of(model))
                        .with(rule.map(ModelRule::options).orElse(ModelOptions.NONE)),
                name,
                shelf.backend());
    }

    /** To the first backend, of whose model nothing is known. */
    ModelRoute first(ModelName asked, ModelName target) {
        return new ModelRoute(
                cards.card(asked, target.value(), ModelTraits.UNKNOWN, Optional.empty()),
                target,
                shelves.first().backend());
    }

    private static ModelName shown(ModelName asked, ModelRule rule) {
        return rule.isGlob() || rule.isDefault() ? asked : new ModelName(rule.pattern());
    }
}
