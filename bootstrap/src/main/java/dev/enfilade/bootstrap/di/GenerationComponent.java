package dev.enfilade.bootstrap.di;

import dagger.BindsInstance;
import dagger.Subcomponent;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.RunningModels;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.health.BackendHealth;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.policy.PolicyStack;
import dev.enfilade.bootstrap.server.ServerSettings;
import dev.enfilade.bootstrap.server.Surfaces;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that one configuration makes; nothing in it changes once it is made. */
@PerGeneration
@Subcomponent(
        modules = {
            BackendModule.class,
            PolicyModule.class,
            ApplicationModule.class,
            SurfaceModule.class,
            ServerModule.class
        })
interface GenerationComponent {

    List<OpenBackend> backends();

    Circuits circuits();

    PolicyStack policies();

    ModelDirectory directory();

    RunningModels running();

    Surfaces surfaces();

    Supplier<List<BackendHealth>> health();

    ServerSettings serverSettings();

    /** Builds the graph of one configuration. */
    @Subcomponent.Factory
    interface Factory {

        /**
         * Connects to nothing yet, and lets nobody in.
         *
         * @param former what there was before, if there was anything
         */
        GenerationComponent of(@BindsInstance Settings settings, @BindsInstance Optional<Inheritance> former);
    }
}
