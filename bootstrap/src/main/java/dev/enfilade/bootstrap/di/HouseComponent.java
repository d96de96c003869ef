package dev.enfilade.bootstrap.di;

import dagger.BindsInstance;
import dagger.Component;
import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.server.Server;
import jakarta.inject.Singleton;
import java.util.List;

/** What the rest of the program needs of the graph; all else follows from it. */
@Singleton
@Component(
        modules = {
            BackendModule.class,
            PolicyModule.class,
            ApplicationModule.class,
            SurfaceModule.class,
            ServerModule.class
        })
interface HouseComponent {

    Server server();

    ModelDirectory directory();

    List<OpenBackend> backends();

    /** Builds the graph of one deployment. */
    @Component.Factory
    interface Factory {

        HouseComponent of(@BindsInstance Settings settings);
    }
}
