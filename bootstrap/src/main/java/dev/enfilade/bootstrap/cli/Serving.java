package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Reading;
import dev.enfilade.bootstrap.config.Sources;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.di.House;
import dev.enfilade.bootstrap.logging.EventLog;
import dev.enfilade.bootstrap.logging.LogFormat;
import dev.enfilade.bootstrap.reload.ConfigWatch;
import dev.enfilade.bootstrap.reload.Reloader;
import dev.enfilade.bootstrap.server.Signals;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the server from its first to its last moment. */
final class Serving {

    private final Surroundings surroundings;
    private final PrintWriter err;
    private final Signals signals;

    /**
     * Prepares to serve.
     *
     * @param signals of the system
     */
    Serving(Surroundings surroundings, PrintWriter err, Signals signals) {
        this.surroundings = surroundings;
        this.err = err;
        this.signals = signals;
    }

    /** Serves as the user has configured it. */
    int configured(ServeOptions options) {
        ConfigurationOptions chosen = options.configuration();
        ConfigLoader loader = new ConfigLoader(surroundings);
        Configuration configuration = loader.load(chosen.file(), chosen.flags());
        Supplier<Reading> again = () -> new ConfigLoader(surroundings).read(chosen.file(), chosen.flags());
        return run(
                configuration,
                options.announcement(),
                house -> new Reloader(house, again, configuration, loader.sources(), house.reloads()),
                _ -> {});
    }

    /** How the log of such a server is written, whether or not it can start. */
    LogFormat format(ServeOptions options) {
        ConfigurationOptions chosen = options.configuration();
        return new ConfigLoader(surroundings).logFormat(chosen.file(), chosen.flags());
    }

    /**
     * Serves as it was told, whatever its files say later.
     *
     * @param more told where clients connect, once they can
     */
    int given(Configuration configuration, AnnouncementOption announcement, Consumer<ListenAddress> more) {
        Sources none = new Sources(Map.of());
        Reading same = new Reading(Optional.of(configuration), List.of(), none);
        return run(
                configuration,
                announcement,
                house -> new Reloader(house, () -> same, configuration, none, house.reloads()),
                more);
    }

    /**
     * Serves until this thread is interrupted, or the process has come to its end.
     *
     * @param more told where clients connect, once they can
     */
    private int run(
            Configuration configuration,
            AnnouncementOption announcement,
            Function<House, Reloader> reloads,
            Consumer<ListenAddress> more) {
        LogFormat format = configuration.settings().logFormat();
        EventLog.write(format);
        try (House house = House.open(configuration.settings())) {
            Reloader reloader = reloads.apply(house);
            signals.onEnd(house::drain, () -> err.println(format.message(Banner.cutShort(house.running()))));
            signals.onHangUp(reloader::reload);
            announcement.lines(house.address(), configuration).forEach(line -> err.println(format.message(line)));
            house.management().ifPresent(address -> err.println(format.message(Banner.management(address))));
            more.accept(house.address());
            untilInterrupted(reloader);
        } catch (IOException e) {
            err.println(format.failure("enfilade: " + e.getMessage()));
            return ExitCode.CONFIGURATION;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private static void untilInterrupted(Reloader reloader) throws InterruptedException {
        try (ConfigWatch _ = ConfigWatch.start(reloader)) {
            new CountDownLatch(1).await();
        }
    }
}
