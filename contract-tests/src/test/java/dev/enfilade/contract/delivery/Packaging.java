package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Runs the scripts that make packages, each from the same home. */
final class Packaging {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Path FOLDER = Path.of("target/delivery").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static @Nullable Path home;

    private Packaging() {}

    /** A home that needs no Java, made once for all tests. */
    static synchronized Path home() throws IOException, InterruptedException {
        if (home == null) {
            if (!System.getProperty("os.name").equals("Linux")) {
                abort("packages are made on Linux");
            }
            Path made = folder("home");
            succeed("packaging/assemble", made, PackagedProduct.jar());
            home = made;
        }
        return home;
    }

    /** A folder for what tests make, which stays until the next clean build. */
    static Path folder(String name) throws IOException {
        return Files.createDirectories(FOLDER.resolve(name));
    }

    /** Runs a script of the project, which must succeed; the last line that it printed. */
    static String succeed(String script, Object... arguments) throws IOException, InterruptedException {
        return succeed(Command.of(PROJECT, PROJECT.resolve(script).toString()).with(arguments));
    }

    static String succeed(Command command) throws IOException, InterruptedException {
        Command.Outcome outcome = command.within(PATIENCE).run();
        assertThat(outcome.exitCode())
                .as("%s%n%s", command.words(), outcome.output())
                .isZero();
        return outcome.output().lines().reduce("", (_, line) -> line);
    }

    /** Skips the test where this program is missing. */
    static void need(String program) {
        if (Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            abort("there is no " + program + " on this machine");
        }
    }

    /** A folder with a shell and the two programs that the start script needs, and no Java. */
    static Path pathWithoutJava() throws IOException {
        Path path = folder("path");
        for (String program : new String[] {"sh", "dirname", "readlink"}) {
            if (!Files.exists(path.resolve(program))) {
                Files.createSymbolicLink(
                        path.resolve(program), Path.of("/bin", program).toRealPath());
            }
        }
        return path;
    }
}
