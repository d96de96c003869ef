package dev.enfilade.contract.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program to be run in a folder, with these variables besides those of the tests.
 *
 * @param limit after which it is killed, with all that it started
 */
public record Command(List<String> words, Path folder, Map<String, String> variables, Duration limit) {

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(2);

    public Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    public static Command of(Path folder, String... words) {
        return new Command(List.of(words), folder, Map.of(), USUAL_LIMIT);
    }

    /** The same with more words. */
    public Command with(Object... more) {
        List<String> all = Stream.concat(words.stream(), Arrays.stream(more).map(Object::toString))
                .toList();
        return new Command(all, folder, variables, limit);
    }

    /** The same with one more variable. */
    public Command withVariable(String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return new Command(words, folder, all, limit);
    }

    public Command within(Duration newLimit) {
        return new Command(words, folder, variables, newLimit);
    }

    /** What it printed, both outputs together, and its exit code. */
    public record Outcome(int exitCode, String output) {}

    /**
     * Runs it to its end; one that is killed has an exit code other than 0.
     *
     * @throws IOException if there is no such program
     */
    public Outcome run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        try {
            Process process = start(ProcessBuilder.Redirect.to(output.toFile()));
            try {
                return new Outcome(process.waitFor(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                kill(process);
            }
        } finally {
            Files.delete(output);
        }
    }

    /** Starts it with no input. */
    public Process start(ProcessBuilder.Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture.delayedExecutor(limit.toSeconds(), TimeUnit.SECONDS).execute(() -> kill(process));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
        return process;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
