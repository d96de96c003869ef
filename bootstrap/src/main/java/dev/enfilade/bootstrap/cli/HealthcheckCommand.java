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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code enfilade healthcheck}: for containers without a shell. Says nothing if all is well. */
@Command(
        name = "healthcheck",
        description = "Asks the running server whether it is ready: exit code 0 or 1.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  enfilade healthcheck", "  enfilade healthcheck --listen 127.0.0.1:8080"})
final class HealthcheckCommand implements Callable<Integer> {

    private static final int LIMIT_MILLIS = 2_000;

    private final Surroundings surroundings;
    private final PrintWriter err;

    @Mixin
    private final FileOption file = new FileOption();

    @Mixin
    private final AddressOption address = new AddressOption();

    HealthcheckCommand(Surroundings surroundings, PrintWriter err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            ListenAddress asked = new ConfigLoader(surroundings)
                    .loadAddress(file.path(), address.flag().stream().toList())
                    .connectable();
            return judged(asked);
        } catch (ConfigException e) {
            e.problems().forEach(err::println);
            return ExitCode.FAILED;
        }
    }

    private int judged(ListenAddress asked) {
        try {
            int status = readiness(asked);
            if (status == HttpURLConnection.HTTP_OK) {
                return ExitCode.OK;
            }
            err.println("enfilade: " + asked + " is not ready: status " + status);
        } catch (IOException e) {
            err.println("enfilade: " + asked + " does not answer: " + e.getMessage());
        }
        return ExitCode.FAILED;
    }

    private static int readiness(ListenAddress address) throws IOException {
        // A proxy of the environment is for the backends, never for ourselves.
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + address + "/readyz").toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
