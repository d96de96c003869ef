package dev.enfilade.contract.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enfilade.contract.product.PackagedCommand;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shells that have read our scripts offer commands, options, words and files. */
class CompletionTest {

    @TempDir
    private Path folder;

    @Test
    void bashOffersCommandsOptionsAndWords() throws IOException, InterruptedException {
        assumeTrue(isThere("bash"), "bash is not installed");

        assertThat(bash("enfilade", "")).contains("serve", "demo", "check", "models", "healthcheck", "completion");
        assertThat(bash("enfilade", "mo")).containsExactly("models");
        assertThat(bash("enfilade", "check", "--")).contains("--config", "--offline", "--json", "--timeout");
        assertThat(bash("enfilade", "check", "--off")).containsExactly("--offline");
        assertThat(bash("enfilade", "completion", "")).containsExactly("bash", "zsh", "fish");
        assertThat(bash("enfilade", "help", "ch")).containsExactly("check");
    }

    @Test
    void bashOffersFilesWhereItKnowsNothingBetter() throws IOException, InterruptedException {
        assumeTrue(isThere("bash"), "bash is not installed");

        assertThat(bash("enfilade", "check", "--config", "")).isEmpty();
        assertThat(shell("bash", "source ./enfilade.bash; complete -p enfilade"))
                .contains("-o default");
    }

    @Test
    void zshTakesTheSameScript() throws IOException, InterruptedException {
        assumeTrue(isThere("zsh"), "zsh is not installed");

        assertThat(shell("zsh", """
                        autoload -U +X compinit && compinit -u -D
                        source ./enfilade.bash
                        print -r -- ${_comps[enfilade]}
                        """)).contains("_complete_enfilade");
    }

    @Test
    void fishOffersCommandsOptionsWordsAndFiles() throws IOException, InterruptedException {
        assumeTrue(isThere("fish"), "fish is not installed");
        Files.writeString(folder.resolve("my-models.yaml"), "");

        assertThat(fish("enfilade ch")).containsExactly("check");
        assertThat(fish("enfilade check --off")).containsExactly("--offline");
        assertThat(fish("enfilade completion z")).containsExactly("zsh");
        assertThat(fish("enfilade check --config my-mo")).containsExactly("my-models.yaml");
        assertThat(fish("enfilade check my-mo")).isEmpty();
    }

    private List<String> bash(String... words) throws IOException, InterruptedException {
        String written =
                String.join(" ", Stream.of(words).map(word -> "'" + word + "'").toList());
        return shell("bash", """
                        source ./enfilade.bash
                        compopt() { :; }
                        COMP_WORDS=(%s) COMP_CWORD=%d COMPREPLY=()
                        _complete_enfilade
                        printf '%%s\\n' "${COMPREPLY[@]}"
                        """.formatted(written, words.length - 1))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private List<String> fish(String line) throws IOException, InterruptedException {
        return shell("fish", "source ./enfilade.fish; complete -C '" + line + "'")
                .lines()
                .map(offer -> offer.split("\t", 2)[0])
                .toList();
    }

    /** What the shell prints for these lines, beside our scripts. */
    private String shell(String program, String lines) throws IOException, InterruptedException {
        script("bash");
        script("fish");
        Command.Outcome outcome = Command.of(folder, program, "-c", lines)
                .withVariable("HOME", folder.toString())
                .run();
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private void script(String shell) throws IOException, InterruptedException {
        Path file = folder.resolve("enfilade." + shell);
        if (!Files.exists(file)) {
            Files.writeString(
                    file, PackagedCommand.in(folder).run("completion", shell).out());
        }
    }

    private boolean isThere(String program) throws InterruptedException {
        try {
            return Command.of(folder, program, "--version").run().exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
