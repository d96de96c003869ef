package dev.enfilade.contract.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The clients of other languages, made ready to run. Where a tool is missing, or cannot reach its registry, the test is
 * skipped and says why; with {@code ENFILADE_CLIENTS=required} it fails instead.
 */
public final class Toolchain {

    private static final String OLLAMA = "github.com/ollama/ollama@v0.33.0";
    private static final String PIP = "-m pip install --quiet --disable-pip-version-check --retries 1 --timeout 15"
            + " --requirement requirements.txt";
    private static final String NPM = "ci --ignore-scripts --no-audit --no-fund --loglevel error --prefer-offline"
            + " --fetch-retries 1 --fetch-timeout 30000";
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final Duration BUILDING = Duration.ofMinutes(15);

    private Toolchain() {}

    /** This driver, and an interpreter with its requirements. */
    public static Command python(String driver) throws IOException, InterruptedException {
        Installation client = Installation.of(driver);
        String interpreter = client.file("bin/python").toString();
        client.install(
                Files.readString(client.file("requirements.txt")),
                client.command("python3", "-m venv ."),
                client.command(interpreter, PIP).within(INSTALLING));
        return loopbackOnly(client.command(interpreter, "driver.py"));
    }

    /** This driver, and the packages of its lockfile. */
    public static Command node(String driver) throws IOException, InterruptedException {
        Installation client = Installation.of(driver);
        client.install(
                Files.readString(client.file("package-lock.json")),
                // All drivers need it; before Node 18 there is none.
                client.command("node", "--eval fetch"),
                client.command("npm", NPM).within(INSTALLING));
        return loopbackOnly(client.command("node", "driver.mjs"));
    }

    /** The {@code ollama} program: the one that {@code ENFILADE_OLLAMA_CLI} names, else one that is built. */
    public static Path ollama() throws IOException, InterruptedException {
        Optional<String> named = Optional.ofNullable(System.getenv("ENFILADE_OLLAMA_CLI"));
        return named.isPresent() ? Path.of(named.get()) : builtOllama();
    }

    private static Path builtOllama() throws IOException, InterruptedException {
        Installation client = Installation.of("ollama-cli");
        client.install(
                OLLAMA,
                client.command("go", "install " + OLLAMA)
                        .withVariable("GOBIN", client.folder().toString())
                        .withVariable("CGO_ENABLED", "1")
                        .within(BUILDING));
        return client.file("ollama");
    }

    /** Whatever proxy leads to the registries, the way to the product is straight. */
    private static Command loopbackOnly(Command command) {
        return command.withVariable("NO_PROXY", "127.0.0.1").withVariable("no_proxy", "127.0.0.1");
    }
}
