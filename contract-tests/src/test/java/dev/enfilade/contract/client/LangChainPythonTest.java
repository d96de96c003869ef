package dev.enfilade.contract.client;

import dev.enfilade.contract.toolchain.Command;
import dev.enfilade.contract.toolchain.ExtendedRun;
import dev.enfilade.contract.toolchain.Toolchain;
import java.io.IOException;

@ExtendedRun
class LangChainPythonTest extends DriverTest {

    @Override
    Command installed() throws IOException, InterruptedException {
        return Toolchain.python("langchain-python");
    }
}
