package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is unpacked somewhere and runs there, with nothing but a shell around it. */
class TarballTest {

    @TempDir
    private static Path folder;

    private static Path unpacked;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path home = Packaging.home();
        String archive = Packaging.succeed("packaging/tarball", home, Packaging.folder("tarball"));
        Packaging.succeed(Command.of(folder, "tar", "--extract", "--file", archive));
        unpacked = folder.resolve(Path.of(archive).getFileName().toString().replaceFirst("\\.tar\\.gz$", ""));
    }

    @Test
    void programIsFoundThroughItsLink() throws IOException, InterruptedException {
        Command version = Command.of(folder, unpacked.resolve("bin/enfilade").toString(), "--version")
                .withVariable("PATH", Packaging.pathWithoutJava().toString())
                .withVariable("ENFILADE_JAVA_OPTS", "-XX:AOTMode=on");

        assertThat(version.run().output()).matches("enfilade \\S+ \\(Java 25\\S*, as Ollama \\S+\\)\n");
    }

    @Test
    void whatIsNeededToSetItUpIsThere() {
        assertThat(List.of("LICENSE", "README.md", "share/docs/deployment.md", "share/enfilade.yaml"))
                .allMatch(file -> Files.isRegularFile(unpacked.resolve(file)));
    }

    /** On the linked runtime, so that this finds modules that are not in it. */
    @Test
    void demoAnswersOnEveryRoute() throws IOException, InterruptedException {
        Path path = Packaging.pathWithoutJava();
        List<String> words = List.of(
                "/usr/bin/env",
                "PATH=" + path,
                unpacked.resolve("bin/enfilade").toString(),
                "demo",
                "--listen",
                "127.0.0.1:0");
        try (PackagedProduct demo = PackagedProduct.launch(words, folder)) {
            Visitor visitor = new Visitor(demo.address());
            for (Visit visit : Visit.all()) {
                HttpResponse<String> answer = visitor.go(visit);
                assertThat(answer.statusCode()).as(visit + answer.body()).isEqualTo(visit.status());
                assertThat(answer.body()).contains(visit.words());
            }
            assertThat(demo.log().lines()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
        }
    }
}
