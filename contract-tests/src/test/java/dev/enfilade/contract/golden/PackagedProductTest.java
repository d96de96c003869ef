package dev.enfilade.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedProductTest {

    private static final String CONFIGURATION = "{}";

    @TempDir
    private Path folder;

    @Test
    void jarIsStartedAskedAndStopped() throws IOException, InterruptedException {
        Golden version = Corpus.replayable("version/get").getFirst();
        Replay replay;
        try (PackagedProduct product = PackagedProduct.start(jar(FakeProduct.class.getName()), folder, CONFIGURATION)) {
            replay = new Replay(new BackendScript(), product.address());
            assertThat(replay.replay(version).differences()).isEmpty();
        }

        assertThat(replay.replay(version).differences()).isNotEmpty();
    }

    @Test
    void jarThatDoesNotStartIsAnErrorWithItsLastWords() throws IOException {
        Path jar = jar("no.such.Main");

        assertThatThrownBy(() -> PackagedProduct.start(jar, folder, CONFIGURATION))
                .hasMessageContaining("no.such.Main");
    }

    @Test
    void missingJarIsToldInOneSentence() {
        assertThatThrownBy(() -> PackagedProduct.start(folder.resolve("enfilade.jar"), folder, CONFIGURATION))
                .hasMessageMatching("no packaged product at .*enfilade.jar: build it with .*");
    }

    /** A jar that only names a class and where it is. */
    private Path jar(String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.CLASS_PATH, testClasses());
        Path jar = folder.resolve("fake.jar");
        try (OutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.flush();
        }
        return jar;
    }

    private static String testClasses() {
        return FakeProduct.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
    }
}
