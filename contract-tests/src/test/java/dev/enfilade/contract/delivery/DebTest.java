package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for Debian and its kin. */
class DebTest {

    @TempDir
    private static Path folder;

    private static String deb;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Packaging.need("dpkg-deb");
        deb = Packaging.succeed("packaging/deb/build", Packaging.home(), Packaging.folder("deb"));
        dpkgDeb("--raw-extract", deb, folder.resolve("root"));
    }

    @Test
    void programRunsWithoutAnotherJava() throws IOException, InterruptedException {
        Command version = Command.of(folder, "root/usr/bin/enfilade", "--version")
                .withVariable("PATH", Packaging.pathWithoutJava().toString())
                .withVariable("ENFILADE_JAVA_OPTS", "-XX:AOTMode=on");

        assertThat(version.run().output()).matches("enfilade \\S+ \\(Java 25\\S*, as Ollama \\S+\\)\n");
    }

    @Test
    void configurationBelongsToWhoeverChangesIt() throws IOException {
        assertThat(file("DEBIAN/conffiles")).isEqualTo("/etc/enfilade/enfilade.yaml\n");
    }

    @Test
    void serviceAndDocumentsAreThere() throws IOException {
        assertThat(file("usr/lib/systemd/system/enfilade.service")).contains("ExecStart=/usr/bin/enfilade ");
        assertThat(file("usr/share/doc/enfilade/deployment.md")).isNotBlank();
        assertThat(file("usr/share/doc/enfilade/copyright")).contains("Apache-2.0");
    }

    @Test
    void everyFileBelongsToRoot() throws IOException, InterruptedException {
        Command.Outcome contents =
                Command.of(folder, "dpkg-deb", "--contents", deb).run();

        assertThat(contents.output().lines()).hasSizeGreaterThan(50).allMatch(line -> line.contains(" root/root "));
    }

    @Test
    void fieldsAreFilled() throws IOException {
        assertThat(file("DEBIAN/control"))
                .contains("Package: enfilade\n", "Depends: libc6 (>= 2.")
                .doesNotContain("@VERSION@", "@ARCHITECTURE@", "@LIBC@", "@SIZE@");
    }

    @Test
    void lintianFindsNoError() throws IOException, InterruptedException {
        Packaging.need("lintian");

        assertThat(Command.of(folder, "lintian", deb).run().output().lines()).noneMatch(line -> line.startsWith("E:"));
    }

    private static String file(String path) throws IOException {
        return Files.readString(folder.resolve("root").resolve(path));
    }

    private static void dpkgDeb(Object... arguments) throws IOException, InterruptedException {
        Packaging.succeed(Command.of(folder, "dpkg-deb").with(arguments));
    }
}
