package dev.enfilade.bootstrap.di;

import dagger.Component;
import dev.enfilade.bootstrap.logging.DroppedMembers;
import dev.enfilade.bootstrap.server.Lifecycle;
import jakarta.inject.Singleton;

/** What the rest of the program needs of the graph; all else follows from it. */
@Singleton
@Component(modules = HouseModule.class)
interface HouseComponent {

    Lifecycle lifecycle();

    OpenBackends openBackends();

    DroppedMembers dropped();

    GenerationComponent.Factory generations();
}
