package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Origin.Layer;
import dev.enfilade.bootstrap.config.Settings.Access;
import dev.enfilade.bootstrap.config.Settings.Catalog;
import dev.enfilade.bootstrap.config.Settings.Drain;
import dev.enfilade.bootstrap.config.Settings.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts the settings together from the values of their keys. */
final class SettingsReader {

    private final Values values;
    private final Optional<Integer> platformPort;

    /** @param platformPort replaces the port that a file or nobody has set */
    SettingsReader(Values values, Optional<Integer> platformPort) {
        this.values = values;
        this.platformPort = platformPort;
    }

    /** Complete only if there are no problems. */
    Settings read() {
        ListenAddress listen = listen();
        Access access = access();
        BindRule.objection(listen, access.open())
                .ifPresent(text -> values.problem(Keys.LISTEN.path(), listen + ": " + text));
        Policies policies = new Policies(values);
        return new Settings(
                listen,
                values.get(Keys.VERSION),
                new Backends(values).read(),
                new ModelRules(values).read(),
                catalog(),
                values.get(Keys.MODEL_KEEP_ALIVE),
                access,
                values.find(Keys.HEARTBEAT).filter(Duration::isPositive),
                policies.fallbacks(),
                policies.stack(),
                policies.breaker(),
                limits(),
                new Drain(values.get(Keys.DRAIN_DELAY), values.get(Keys.DRAIN_TIMEOUT)));
    }

    /** What the settings are read from. */
    KeyValues keyValues() {
        return KeyValues.of(values.configuration());
    }

    /** The address alone, whether or not one may listen there. */
    ListenAddress listen() {
        ListenAddress listen = values.get(Keys.LISTEN);
        boolean chosen =
                values.layer(Keys.LISTEN).filter(layer -> layer != Layer.FILE).isPresent();
        return chosen ? listen : platformPort.map(listen::withPort).orElse(listen);
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
                values.get(Keys.CACHE_MODELS));
    }

    private Limits limits() {
        return new Limits(values.get(Keys.LIMITS_BODY), values.get(Keys.LIMITS_UPLOAD));
    }
}
