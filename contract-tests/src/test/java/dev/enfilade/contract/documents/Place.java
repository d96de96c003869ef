package dev.enfilade.contract.documents;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a reader tries an example: a folder in which {@code ./enfilade} is the packaged product, an empty environment,
 * and the usual address, which stands for another one so that nothing else on this machine is met.
 *
 * @param address where the product listens, or shall listen
 */
record Place(Path folder, String address) {

    private static final String USUAL = "127.0.0.1:11434";
    static final String LISTENS = "listening on ";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Prepares an empty folder. */
    static Place in(Path folder, String address) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(
                folder.resolve("enfilade"),
                "#!/bin/sh\nexec '%s' -jar '%s' \"$@\"\n".formatted(java, PackagedProduct.jar()));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + program);
        }
        return new Place(folder, address);
    }

    /** Runs it to its end; its output has the usual address again. */
    Command.Outcome run(String script) throws IOException, InterruptedException {
        Command.Outcome outcome = command(script).run();
        return new Command.Outcome(outcome.exitCode(), outcome.output().replace(address, USUAL));
    }

    /** Runs it until it listens and has said this, and ends it; what it said until then, or all if it ended before. */
    String runUntilItListens(String script, String text) throws IOException, InterruptedException {
        StringBuilder output = new StringBuilder();
        Process process = command(script).start(ProcessBuilder.Redirect.PIPE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = "";
            while (line != null && !(output.indexOf(LISTENS) >= 0 && output.indexOf(text) >= 0)) {
                line = lines.readLine();
                output.append(line).append('\n');
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
        }
        return output.toString();
    }

    private Command command(String script) throws IOException {
        String here = script.replace(USUAL, address).replace("localhost:11434", address);
        Files.writeString(folder.resolve("example.sh"), here);
        return Command.of(folder, "env", "-i")
                .with(
                        "PATH=" + folder + ":" + System.getenv("PATH"),
                        "HOME=" + folder,
                        "ENFILADE_LISTEN=" + address,
                        "sh",
                        "-e",
                        "example.sh")
                .within(LIMIT);
    }
}
