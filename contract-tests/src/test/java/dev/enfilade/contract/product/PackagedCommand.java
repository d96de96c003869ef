package dev.enfilade.contract.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One command line of the packaged product, in a folder and with these variables and no others.
 *
 * @param options of Java
 */
public record PackagedCommand(Path folder, Map<String, String> variables, List<String> options) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    public PackagedCommand {
        variables = Map.copyOf(variables);
        options = List.copyOf(options);
    }

    /** A command in this folder, with no variables at all. */
    public static PackagedCommand in(Path folder) {
        return new PackagedCommand(folder, Map.of(), List.of());
    }

    /** The same with one more variable. */
    public PackagedCommand with(String variable, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(variable, value);
        return new PackagedCommand(folder, all, options);
    }

    /** The same on a Java with this option. */
    public PackagedCommand on(String option) {
        return new PackagedCommand(
                folder,
                variables,
                Stream.concat(options.stream(), Stream.of(option)).toList());
    }

    /** The words by which a shell would run it. */
    public List<String> words(String... args) {
        List<String> words = new ArrayList<>(List.of(java()));
        words.addAll(options);
        words.addAll(List.of("-jar", PackagedProduct.jar().toString()));
        words.addAll(Arrays.asList(args));
        return words;
    }

    /** Runs it to its end; one that does not end is killed, and that is an error. */
    public Ended run(String... args) throws IOException, InterruptedException {
        return run(words(args));
    }

    /** Runs this line in a shell, in which {@code "$@"} stands for the product. */
    public Ended inShell(String line) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("sh", "-c", line, "sh"), words().stream())
                .toList());
    }

    /** What it printed, and its exit code. */
    public record Ended(int exitCode, String out, String err) {}

    private Ended run(List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT)) {
                throw new IllegalStateException(words + " did not end");
            }
            return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
