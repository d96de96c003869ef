package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that is cut out of the jar is out of reach. */
class JarTest {

    private static final long LIMIT = 30_000_000;

    private static ShippedJar jar;

    @BeforeAll
    static void read() throws IOException {
        jar = ShippedJar.read();
    }

    @Test
    void jarIsSmall() throws IOException {
        assertThat(Files.size(PackagedProduct.jar())).isLessThan(LIMIT);
    }

    @Test
    void nothingWithinReachIsMissing() {
        Set<String> reached = jar.withinReach();

        assertThat(reached).hasSizeGreaterThan(2_000);
        assertThat(jar.classes().missing(reached, name -> isOnTheClassPath(name) && !ShippedJar.isDoor(name)))
                .isEmpty();
    }

    @Test
    void walkFindsWhatIsMissing() {
        assertThat(jar.classes().missing(jar.withinReachOfAnybody(), JarTest::isOnTheClassPath))
                .isNotEmpty();
    }

    @Test
    void ourCodeOpensNoDoor() {
        assertThat(jar.namedByUs()).contains("com/openai/client/OpenAIClient").noneMatch(ShippedJar::isDoor);
    }

    @Test
    void serviceLoadersFindWhatTheyAreTold() {
        assertThat(jar.classes().named().keySet()).containsAll(jar.classes().providers());
    }

    private static boolean isOnTheClassPath(String name) {
        URL found = ClassLoader.getSystemResource(name + ".class");
        return found != null && !found.getProtocol().equals("jrt");
    }
}
