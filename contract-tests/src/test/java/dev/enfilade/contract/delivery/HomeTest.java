package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime and the archive of classes, as every package has them. */
class HomeTest {

    private static final String ARCHIVE = "enfilade.aot";
    private static final String STRICT = "-XX:AOTMode=on";

    @TempDir
    private static Path folder;

    private static Path copy;

    /** Somewhere else, as if it were unpacked there. */
    @BeforeAll
    static void copyHome() throws IOException, InterruptedException {
        copy = folder.resolve("some where");
        Packaging.succeed(Command.of(folder, "cp", "-a", Packaging.home().toString(), copy.toString()));
    }

    @Test
    void runsWhereThereIsNoJava() throws IOException, InterruptedException {
        assertThat(version("")).isEqualTo(plainVersion());
    }

    @Test
    void classesComeFromTheArchiveWhereverTheHomeIs() throws IOException, InterruptedException {
        assertThat(version(STRICT)).isEqualTo(plainVersion());
    }

    @Test
    void archiveThatDoesNotFitTheJarIsNotWorthAWord() throws IOException, InterruptedException {
        Path jar = copy.resolve("enfilade.jar");
        FileTime fitting = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        try {
            assertThat(version("")).isEqualTo(plainVersion());
            assertThat(version(STRICT)).isNotEqualTo(plainVersion());
        } finally {
            Files.setLastModifiedTime(jar, fitting);
        }
    }

    @Test
    void brokenOrMissingArchiveIsNotWorthAWord() throws IOException, InterruptedException {
        Path archive = copy.resolve(ARCHIVE);
        Path kept = Files.move(archive, copy.resolve("kept"));
        try {
            assertThat(version("")).isEqualTo(plainVersion());
            Files.copy(kept, archive);
            try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                file.truncate(1_000);
            }
            assertThat(version("")).isEqualTo(plainVersion());
        } finally {
            Files.deleteIfExists(archive);
            Files.move(kept, archive);
        }
    }

    @Test
    void billOfMaterialsOfAWholeBuildComesAlong() throws IOException {
        Path bill = Packaging.PROJECT.resolve("bootstrap/target/enfilade-sbom.json");
        assumeTrue(Files.exists(bill) && isNewer(bill, PackagedProduct.jar()), "the jar is not from a whole build");

        assertThat(copy.resolve("enfilade-sbom.json")).hasSameTextualContentAs(bill);
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    @Test
    void homeIsSmall() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(Packaging.home())) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(HomeTest::size)
                            .sum())
                    .isLessThan(180_000_000);
        }
    }

    @Test
    void nobodyElseMayWrite() throws IOException, InterruptedException {
        assertThat(Packaging.succeed(Command.of(Packaging.home(), "find", ".", "-perm", "/022", "-not", "-type", "l")))
                .isEmpty();
    }

    private static String plainVersion() {
        return "enfilade 0.1.0 (Java " + Runtime.version() + ", as Ollama 0.33.0)\n";
    }

    private static String version(String option) throws IOException, InterruptedException {
        return Command.of(folder, copy.resolve("enfilade").toString(), "--version")
                .withVariable("PATH", Packaging.pathWithoutJava().toString())
                .withVariable("ENFILADE_JAVA_OPTS", option)
                .run()
                .output();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
