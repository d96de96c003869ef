package dev.enfilade.contract.documents;

import dev.enfilade.contract.product.PackagedProduct;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the packaged product says of its commands and options when it is asked for help. */
final class CommandHelp {

    private static final String HELP = "--help";

    private final Map<List<String>, String> answers = new HashMap<>();

    /** What is wrong with these words of {@code enfilade}, if something is. */
    Optional<String> objection(Words words) {
        List<String> command = words.words().stream()
                .skip(1)
                .takeWhile(word -> word.matches("[a-z][a-z-]*"))
                .dropWhile("help"::equals)
                .limit(2)
                .toList();
        // The second word may be an argument.
        Optional<String> help =
                help(command).or(() -> command.size() < 2 ? Optional.empty() : help(command.subList(0, 1)));
        if (help.isEmpty()) {
            return Optional.of("no such command: " + String.join(" ", command));
        }
        String text = help.get();
        return words.options()
                .filter(option -> !text.matches("(?s).*" + option + "\\b.*"))
                .findFirst()
                .map(option -> "no such option: " + option);
    }

    /** The help of this command, if there is such a command: for others it is that of the command before. */
    private Optional<String> help(List<String> command) {
        String usage = String.join(
                " ",
                Stream.concat(Stream.of("Usage: enfilade"), command.stream()).toList());
        return Optional.of(answers.computeIfAbsent(command, CommandHelp::ask))
                .filter(text -> text.contains(usage + " "));
    }

    private static String ask(List<String> command) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            return Command.of(Path.of("."), java, "-jar", PackagedProduct.jar().toString())
                    .with(Stream.concat(command.stream(), Stream.of(HELP)).toArray())
                    .run()
                    .output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
