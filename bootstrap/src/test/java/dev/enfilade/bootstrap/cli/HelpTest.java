package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command tells how it is used, by examples, how it ends, and where to read on. */
class HelpTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasExamplesExitCodesAndAPlaceToReadOn(String command) throws Exception {
        String help = help(words(command, "--help"));

        assertThat(help)
                .contains("Usage: " + ("enfilade " + command).strip(), "Examples:", "Exit codes:", "Read on: docs/");
        assertThat(help.lines().filter(line -> line.startsWith("  ") && line.contains("enfilade")))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void allWaysToAskAreAnsweredAlike(String command) throws Exception {
        String help = help(words(command, "--help"));

        assertThat(help(words(command, "-h"))).isEqualTo(help);
        assertThat(help(words("help " + command))).isEqualTo(help);
    }

    @Test
    void helpOfNoCommandIsTwoWithTheNearest() throws Exception {
        CommandRun run = new CommandRun(folder, Map.of(), "help", "chek");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("chek", "check");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chek", "modles", "helthcheck", "completoin", "check --ofline", "models --jsno"})
    void wrongWordIsTwoWithTheNearest(String line) throws Exception {
        CommandRun run = new CommandRun(folder, Map.of(), words(line));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsAnyOf("Did you mean", "Possible solutions");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shellsOfferEveryCommandBehindHelp() {
        assertThat(new CommandNames())
                .hasSameElementsAs(commands().stream()
                        .filter(command -> !command.isEmpty() && !command.contains(" "))
                        .toList());
    }

    private static List<String> commands() {
        CommandLine whole = EnfiladeCommand.in(
                new Surroundings(Map.of(), Path.of(""), Path.of("")),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                (_, _) -> {});
        return below(whole.getCommandSpec(), "").distinct().toList();
    }

    private static Stream<String> below(CommandSpec command, String path) {
        return Stream.concat(
                Stream.of(path),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(sub -> !sub.helpCommand())
                        .flatMap(sub -> below(sub, (path + " " + sub.name()).strip())));
    }

    private String help(String... args) throws InterruptedException {
        CommandRun run = new CommandRun(folder, Map.of(), args);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static String[] words(String command, String... more) {
        return Stream.concat(Stream.of(command.split(" ")).filter(word -> !word.isEmpty()), Stream.of(more))
                .toArray(String[]::new);
    }
}
