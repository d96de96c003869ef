package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"enfilade " + ProductVersion.text() + " (Java " + Runtime.version() + ")"};
    }
}
