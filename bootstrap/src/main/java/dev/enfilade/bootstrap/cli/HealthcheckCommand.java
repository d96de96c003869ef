package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ConfigException;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.IOException;
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
        versionProvider = ProgramVersion.class)
final class HealthcheckCommand implements Callable<Integer> {

    private static final int LIMIT_MILLIS = 2_000;

    private final Surroundings surroundings;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    HealthcheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            ListenAddress address = new ConfigLoader(surroundings)
                    .load(options.file(), options.flags())
                    .settings()
                    .listen()
                    .connectable();
            return isReady(address) ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException | ConfigException e) {
            return ExitCode.FAILED;
        }
    }

    private static boolean isReady(ListenAddress address) throws IOException {
        // A proxy of the environment is for the backends, never for ourselves.
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + address + "/readyz").toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }
}
