package dev.enfilade.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.toolchain.Command;
import dev.enfilade.contract.toolchain.ExtendedRun;
import dev.enfilade.contract.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ExtendedRun
class OllamaJsPactTest {

    @Test
    void clientWritesTheContractThatIsKept(@TempDir Path written) throws IOException, InterruptedException {
        Command driver = Toolchain.node("ollama-js-pact").with(written).withVariable("PACT_DO_NOT_TRACK", "true");
        Command.Outcome outcome = driver.run();

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        new Contract("ollama-js-enfilade.json").assertKept(written);
    }
}
