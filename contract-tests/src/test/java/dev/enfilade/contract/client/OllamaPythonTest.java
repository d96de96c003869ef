package dev.enfilade.contract.client;

import dev.enfilade.contract.toolchain.Command;
import dev.enfilade.contract.toolchain.Toolchain;
import java.io.IOException;

class OllamaPythonTest extends DriverTest {

    @Override
    Command installed() throws IOException, InterruptedException {
        return Toolchain.python("ollama-python");
    }
}
