package dev.enfilade.bootstrap.di;

import dev.enfilade.application.service.Backend;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.ModelMap;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.domain.catalog.ModelRule;
import java.time.Clock;
import java.util.List;

/** Where names lead, for who wants to know it without serving. */
public final class ModelNames {

    private ModelNames() {}

    /** A directory as that of the server, but for these backends and rules; lists are loaded by who asks for them. */
    public static ModelDirectory directory(List<Backend> backends, List<ModelRule> rules, Settings settings) {
        return new ModelDirectory(
                backends,
                new ModelMap(rules),
                ApplicationModule.catalog(settings, Clock.systemUTC().instant()),
                System::nanoTime,
                Runnable::run);
    }
}
