package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Settings.Access;
import dev.enfilade.bootstrap.config.Settings.Catalog;
import dev.enfilade.bootstrap.config.Settings.Drain;
import dev.enfilade.bootstrap.config.Settings.Limits;
import java.time.Duration;
import java.util.List;

/** Puts the settings together from the values of their keys. */
final class SettingsReader {

    private final Values values;

    SettingsReader(Values values) {
        this.values = values;
    }

    /** Complete only if there are no problems; whether one may start with them is not looked at. */
    Settings read() {
        Policies policies = new Policies(values);
        return new Settings(
                listen(),
                values.get(Keys.VERSION),
                new Backends(values).read(),
                new ModelRules(values).read(),
                catalog(),
                values.get(Keys.MODEL_KEEP_ALIVE),
                access(),
                values.find(Keys.HEARTBEAT).filter(Duration::isPositive),
                policies.fallbacks(),
                policies.stack(),
                policies.breaker(),
                limits(),
                new Drain(values.get(Keys.DRAIN_DELAY), values.get(Keys.DRAIN_TIMEOUT)),
                values.get(Keys.LOGGING_LEVEL),
                values.find(Keys.MANAGEMENT_LISTEN),
                values.get(Keys.LOGGING_FORMAT));
    }

    /** What the settings are read from. */
    KeyValues keyValues() {
        return KeyValues.of(values.configuration());
    }

    /** What can start: {@link #read}, with a backend and an address on which one may listen. */
    Settings startable() {
        Settings settings = read();
        BindRule.objection(settings.listen(), settings.access().open())
                .ifPresent(text -> values.problem(Keys.LISTEN.path(), settings.listen() + ": " + text));
        if (settings.backends().isEmpty()) {
            values.problem(Backends.GROUP, Backends.NONE);
        }
        return settings;
    }

    /** The address alone. */
    ListenAddress listen() {
        return values.get(Keys.LISTEN);
    }

    /** The address at which the server tells of its health. */
    ListenAddress probed() {
        return values.find(Keys.MANAGEMENT_LISTEN).orElseGet(this::listen);
    }

    private Access access() {
        return new Access(
                values.get(Keys.ALLOW_OPEN),
                values.find(Keys.HOSTS).orElse(List.of()),
                values.find(Keys.CORS_ORIGINS).orElse(List.of()));
    }

    private Catalog catalog() {
        return new Catalog(
                values.get(Keys.CATALOG_STRICT),
                values.get(Keys.CATALOG_CAPABILITIES),
                values.get(Keys.CATALOG_CONTEXT),
                values.get(Keys.CACHE_MODELS),
                values.get(Keys.CATALOG_ALLOW),
                values.find(Keys.CATALOG_DENY).orElse(List.of()));
    }

    private Limits limits() {
        return new Limits(values.get(Keys.LIMITS_BODY), values.get(Keys.LIMITS_UPLOAD));
    }
}
