package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.policy.PolicyStack;
import jakarta.inject.Singleton;

/** What stands between the use cases and the backends. */
@Module
interface PolicyModule {

    @Provides
    @Singleton
    static Circuits circuits(Settings settings) {
        return new Circuits(
                settings.backends().stream().map(BackendConfig::name).toList(), settings.breaker(), System::nanoTime);
    }

    @Provides
    @Singleton
    static CallPolicy policy(Settings settings, Circuits circuits) {
        return PolicyStack.of(settings.policies(), circuits, System::nanoTime);
    }
}
