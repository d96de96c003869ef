package dev.enfilade.contract.product;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packaged product as a process of its own, on the Java that runs the tests and in an empty environment. */
public final class PackagedProduct implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("enfilade.jar", "../bootstrap/target/enfilade.jar"))
            .toAbsolutePath()
            .normalize();

    /** The options that it runs with wherever it runs. */
    private static final Path OPTIONS =
            Path.of("../enfilade.jvm").toAbsolutePath().normalize();

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final ProductLog log;
    private final InetSocketAddress address;

    private PackagedProduct(Process process, ProductLog log, InetSocketAddress address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts the product that the build packaged, as {@link #start(Path, Path, String)} does. */
    public static PackagedProduct start(Path folder, String configuration) throws IOException, InterruptedException {
        return start(JAR, folder, configuration);
    }

    /**
     * Starts a product in this folder, which becomes its home, and waits until it listens.
     *
     * @param configuration the text of its configuration file
     */
    public static PackagedProduct start(Path jar, Path folder, String configuration)
            throws IOException, InterruptedException {
        existing(jar);
        Path file = Files.writeString(folder.resolve("enfilade.yaml"), configuration);
        return start(command(jar, folder, "serve", "--config", file.toString()));
    }

    /** Starts the demo of the product that the build packaged in this folder, and waits until it listens. */
    public static PackagedProduct demo(Path folder) throws IOException, InterruptedException {
        return start(command(jar(), folder, "demo"));
    }

    /** Starts a product by these words in this folder, which becomes its home, and waits until it listens. */
    public static PackagedProduct launch(List<String> words, Path folder) throws IOException, InterruptedException {
        return start(command(words, folder));
    }

    /**
     * The product that the build packaged, unless another one is named.
     *
     * @throws IllegalStateException if it is not there
     */
    public static Path jar() {
        return existing(JAR);
    }

    private static Path existing(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    "no packaged product at " + jar + ": build it with ./mvnw -pl bootstrap -am package");
        }
        return jar;
    }

    private static PackagedProduct start(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        // However the tests end, the product does not outlive them.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ProductLog log = ProductLog.follow(process.getErrorStream());
        try {
            return new PackagedProduct(process, log, log.awaitAddress(START));
        } catch (IllegalStateException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /** The process that runs it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits for the process to end, and says how it did. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(STOP)) {
            throw new IllegalStateException("the product did not end; its log:\n" + log.lines());
        }
        return process.exitValue();
    }

    public ProductLog log() {
        return log;
    }

    /** Asks the product to end; one that does not is killed, and that is an error. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP)) {
                throw new IllegalStateException("the product did not end on SIGTERM; its log:\n" + log.lines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder command(Path jar, Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + OPTIONS,
                "-jar",
                jar.toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--listen", "127.0.0.1:0"));
        return command(all, folder);
    }

    private static ProcessBuilder command(List<String> words, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        return builder;
    }
}
