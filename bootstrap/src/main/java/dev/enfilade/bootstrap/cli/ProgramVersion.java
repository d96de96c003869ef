package dev.enfilade.bootstrap.cli;

import dev.enfilade.adapter.in.ollama.OllamaSettings;
import dev.enfilade.bootstrap.config.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the product, the Java that runs it, and which Ollama clients are told of. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "enfilade " + ProductVersion.text() + " (Java " + Runtime.version() + ", as Ollama "
                    + OllamaSettings.DEFAULT.version() + ")"
        };
    }
}
