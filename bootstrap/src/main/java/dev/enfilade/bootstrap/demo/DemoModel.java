package dev.enfilade.bootstrap.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The models of the demo. */
enum DemoModel {
    DEMO_ECHO,
    DEMO_SLOW,
    DEMO_THINK,
    DEMO_TOOLS,
    DEMO_ERROR,
    DEMO_EMBED;

    static List<DemoModel> all() {
        return List.of(values());
    }

    static DemoModel named(String id) throws Refusal {
        return Stream.of(values())
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.noSuchModel(id));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
