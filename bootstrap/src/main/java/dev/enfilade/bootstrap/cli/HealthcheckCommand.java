package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigException;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code enfilade healthcheck}: for containers without a shell. Says one line, and never waits long. */
@Command(
        name = "healthcheck",
        description = {"Asks the running server whether it is ready.", "Says one line, and ends within three seconds."},
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is ready", "1:it is not ready, or nobody answers", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  enfilade healthcheck",
            "  enfilade healthcheck --listen 127.0.0.1:8080",
            "  HEALTHCHECK CMD [\"enfilade\", \"healthcheck\"]     in a Containerfile",
            "",
            "Read on: docs/command-line.md"
        })
final class HealthcheckCommand implements Callable<Integer> {

    /** With the start of Java it stays below three seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private final FileOption file = new FileOption();

    @Mixin
    private final AddressOption address = new AddressOption();

    HealthcheckCommand(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return judged(new ConfigLoader(surroundings)
                    .loadAddress(file.path(), address.flag().stream().toList())
                    .connectable());
        } catch (ConfigException e) {
            return unhealthy(e.problems().getFirst().toString());
        }
    }

    private int judged(ListenAddress asked) throws InterruptedException {
        FutureTask<Integer> question = new FutureTask<>(() -> readiness(asked));
        // Neither a look-up nor an answer that trickles knows a limit of its own.
        Thread.ofPlatform().daemon().name("healthcheck").start(question);
        try {
            int status = question.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (status != HttpURLConnection.HTTP_OK) {
                return unhealthy(asked + " is not ready: status " + status);
            }
            out.println("enfilade: " + asked + " is ready");
            return ExitCode.OK;
        } catch (TimeoutException e) {
            return unhealthy(asked + " does not answer: nothing came within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            return unhealthy(asked + " does not answer: " + reason(e));
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private int unhealthy(String why) {
        err.println("enfilade: " + why.lines().findFirst().orElse(""));
        return ExitCode.FAILED;
    }

    private static int readiness(ListenAddress address) throws IOException {
        // A proxy of the environment is for the backends, never for ourselves.
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + address + "/readyz").toURL().openConnection(Proxy.NO_PROXY);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
