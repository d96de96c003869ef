package dev.enfilade.contract.client;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One deployment for all tests of a client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientTest {

    private Deployment deployment;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        deployment = Deployment.open(folder);
    }

    @AfterAll
    void close() {
        if (deployment != null) {
            deployment.close();
        }
    }

    final Deployment deployment() {
        return deployment;
    }
}
