package dev.enfilade.contract.client;

import dev.enfilade.contract.toolchain.Toolchain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class OllamaCliTest extends ClientTest {

    private Path program;
    private Path home;

    @BeforeAll
    void install(@TempDir Path folder) throws IOException, InterruptedException {
        program = Toolchain.ollama();
        home = folder;
    }

    @TestFactory
    Stream<DynamicTest> productKeepsItsPromises() {
        return Checks.pass(checks(deployment().address(), deployment().backendAddress()));
    }

    @TestFactory
    Stream<DynamicTest> damagedProductBreaksEachOfThem() {
        return Checks.fail(checks(deployment().damagedAddress(), deployment().damagedAddress()));
    }

    private List<Check> checks(URI product, URI backend) {
        return new OllamaCliChecks(program, home, product, backend).all();
    }
}
