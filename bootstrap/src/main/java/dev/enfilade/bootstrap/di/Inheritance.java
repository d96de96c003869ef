package dev.enfilade.bootstrap.di;

import static java.util.Objects.requireNonNull;

import dev.enfilade.application.service.ModelDirectory;
import dev.enfilade.application.service.RunningModels;
import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.policy.Circuits;
import dev.enfilade.bootstrap.policy.PolicyStack;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a configuration leaves to the next one: whatever was learned or is in use. */
record Inheritance(
        List<OpenBackend> backends,
        Circuits circuits,
        PolicyStack policies,
        ModelDirectory directory,
        RunningModels running) {

    Inheritance {
        backends = List.copyOf(backends);
        requireNonNull(circuits, "circuits is null");
        requireNonNull(policies, "policies is null");
        requireNonNull(directory, "directory is null");
        requireNonNull(running, "running is null");
    }

    static Inheritance of(GenerationComponent generation) {
        return new Inheritance(
                generation.backends(),
                generation.circuits(),
                generation.policies(),
                generation.directory(),
                generation.running());
    }

    /** Tells of a name whether its backend is asked exactly as before. */
    Predicate<String> unchanged(List<OpenBackend> next) {
        return name -> of(name, next).isPresent() && of(name, next).equals(of(name, backends));
    }

    /** Tells of a name whether its backend is the same server, though it may be asked with another key. */
    Predicate<String> sameServer(List<OpenBackend> next) {
        return name ->
                of(name, next).map(BackendConfig::url).equals(of(name, backends).map(BackendConfig::url));
    }

    private static Optional<BackendConfig> of(String name, List<OpenBackend> all) {
        return all.stream()
                .map(OpenBackend::config)
                .filter(config -> config.name().equals(name))
                .findFirst();
    }
}
