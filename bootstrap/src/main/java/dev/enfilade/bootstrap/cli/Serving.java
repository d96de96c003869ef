package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Surroundings;
import dev.enfilade.bootstrap.di.House;
import dev.enfilade.bootstrap.logging.LogLevels;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Runs the server from its first to its last moment. */
final class Serving {

    private final Surroundings surroundings;
    private final PrintWriter err;
    private final Consumer<Runnable> endings;

    /**
     * Prepares to serve.
     *
     * @param endings told what to do when the process is asked to end
     */
    Serving(Surroundings surroundings, PrintWriter err, Consumer<Runnable> endings) {
        this.surroundings = surroundings;
        this.err = err;
        this.endings = endings;
    }

    /** Serves as the user has configured it. */
    int configured(ServeOptions options) {
        Configuration configuration = new ConfigLoader(surroundings)
                .load(options.configuration().file(), options.configuration().flags());
        return run(configuration, options.announcement(), _ -> {});
    }

    /**
     * Serves until this thread is interrupted, or the process has come to its end.
     *
     * @param more told where clients connect, once they can
     */
    int run(Configuration configuration, AnnouncementOption announcement, Consumer<ListenAddress> more) {
        LogLevels.set(configuration.settings().logging());
        try (House house = House.open(configuration.settings())) {
            endings.accept(house::drain);
            announcement.lines(house.address(), configuration).forEach(err::println);
            more.accept(house.address());
            new CountDownLatch(1).await();
        } catch (IOException e) {
            err.println("enfilade: cannot listen on " + configuration.settings().listen() + ": " + e.getMessage()
                    + " (is another server running? --listen or OLLAMA_HOST choose another address)");
            return ExitCode.CONFIGURATION;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
