package dev.enfilade.contract.client;

import dev.enfilade.contract.toolchain.Command;
import dev.enfilade.contract.toolchain.Toolchain;
import java.io.IOException;

class OllamaJsTest extends DriverTest {

    @Override
    Command installed() throws IOException, InterruptedException {
        return Toolchain.node("ollama-js");
    }
}
