package dev.enfilade.bootstrap.di;

import dagger.Module;
import dagger.Provides;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.policy.PolicyStack;
import java.util.List;
import java.util.Optional;

/** What stands between the use cases and the backends. */
@Module
interface PolicyModule {

    @Provides
    @PerGeneration
    static Circuits circuits(Settings settings, List<OpenBackend> backends, Optional<Inheritance> former) {
        List<String> names =
                settings.backends().stream().map(BackendConfig::name).toList();
        return former.map(before -> before.circuits().successor(names, settings.breaker(), before.unchanged(backends)))
                .orElseGet(() -> new Circuits(names, settings.breaker(), System::nanoTime));
    }

    @Provides
    @PerGeneration
    static PolicyStack stack(Settings settings, Circuits circuits, Optional<Inheritance> former) {
        return former.map(before -> before.policies().successor(settings.policies(), circuits))
                .orElseGet(() -> PolicyStack.of(settings.policies(), circuits, System::nanoTime));
    }

    @Provides
    @PerGeneration
    static CallPolicy policy(PolicyStack stack) {
        return stack.policy();
    }
}
