package dev.enfilade.bootstrap.check;

import dev.enfilade.bootstrap.config.BackendConfig;
import dev.enfilade.bootstrap.config.ConfigException;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.bootstrap.config.Problem;
import dev.enfilade.bootstrap.di.OpenBackend;
import dev.enfilade.bootstrap.di.WarmUp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** Tries, step by step, what a server of this configuration would need, over the same adapters that it would use. */
public final class Check {

    private final Callable<Configuration> loader;
    private final Map<String, String> variables;
    private final Patience patience;
    private final Steps steps;
    private Optional<Configuration> configuration = Optional.empty();

    /**
     * Prepares a check.
     *
     * @param loader throws {@link ConfigException} where the configuration cannot be used
     * @param variables of the environment
     * @param told of every step as soon as it is done
     */
    public Check(
            Callable<Configuration> loader,
            Map<String, String> variables,
            Patience patience,
            Consumer<StepReport> told) {
        this.loader = loader;
        this.variables = Map.copyOf(variables);
        this.patience = patience;
        this.steps = new Steps(System::nanoTime, told);
    }

    /** The steps that need no network; the trouble of the first that failed. */
    public Optional<Trouble> here() {
        // The first step also waits for Java to load the program.
        steps.take("configuration", Optional.empty(), patience.chat(), this::load);
        configuration.ifPresent(found -> steps.take(
                "port",
                Optional.empty(),
                patience.step(),
                new PortStep(found.settings().listen(), patience.step())::look));
        return steps.trouble();
    }

    /** Those, and all steps of every backend. */
    public Optional<Trouble> everything() {
        here();
        configuration.ifPresent(this::backends);
        return steps.trouble();
    }

    private Finding load() throws Exception {
        try {
            Configuration loaded = loader.call();
            configuration = Optional.of(loaded);
            return Finding.ok(Stream.concat(
                            Stream.of(loaded.file().orElse("no file, only variables and options")),
                            loaded.notices().stream().map(notice -> "note: " + notice))
                    .collect(Collectors.joining("\n")));
        } catch (ConfigException e) {
            return Finding.failed(
                    Trouble.CONFIGURATION,
                    e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")),
                    "correct what is named here; nothing of it was used");
        }
    }

    private void backends(Configuration loaded) {
        Thread warmUp = Thread.ofPlatform().daemon().name("warm-up").start(new WarmUp());
        for (BackendConfig config : loaded.settings().backends()) {
            switch (config) {
                case OpenAiBackend backend -> backend(backend, loaded, warmUp);
            }
        }
    }

    private void backend(OpenAiBackend config, Configuration loaded, Thread warmUp) {
        Subject subject = Subject.of(config, loaded, variables);
        BackendCheck check = new BackendCheck(subject, steps, patience);
        SSLSocketFactory sockets = config.settings().tls().sockets();
        NameStep name = new NameStep(subject);
        TlsStep tls = new TlsStep(subject, patience.call(), sockets, Clock.systemUTC());
        check.connect(new ProxyStep(variables), name, new ConnectionStep(subject, patience.call()), tls);
        // The time that Java needs to load an adapter is not the backend's.
        awaited(warmUp);
        OpenBackend open = OpenBackend.of(config);
        TlsStep tlsAtLast = new TlsStep(subject, patience.glance(), sockets, Clock.systemUTC());
        try (Look look = new Look(config.settings(), sockets, patience.glance())) {
            ListStep list = new ListStep(subject, open.backend().catalog());
            boolean named = ModelChoice.isNamed(subject.name(), loaded.settings());
            check.list(() -> list.load(look, named, () -> tlsAtLast.spoken(name.addresses())));
            check.ask(
                    open.backend(),
                    ModelChoice.at(
                            open.backend(), loaded.settings(), list.models().orElse(List.of())));
        } finally {
            open.close();
        }
    }

    private static void awaited(Thread warmUp) {
        try {
            warmUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
