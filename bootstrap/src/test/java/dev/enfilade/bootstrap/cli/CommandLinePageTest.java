package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.check.RoutedBackend;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/command-line.md} says of commands, options, exit codes and steps what is there, and no more. */
class CommandLinePageTest {

    private static final Path PAGE = Path.of("../docs/command-line.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## enfilade (\\S+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)`");

    @TempDir
    Path folder;

    @Test
    void everyCommandHasASection() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyInAnyOrderElementsOf(commands().keySet());
    }

    @Test
    void everyOptionIsNamedAndNoOther() throws IOException {
        Map<String, String> sections = sections();
        commands()
                .forEach((name, command) -> assertThat(options(sections.getOrDefault(name, "")))
                        .as(name)
                        .isEqualTo(command.options().stream()
                                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                                .map(OptionSpec::longestName)
                                .collect(Collectors.toSet())));
    }

    @Test
    void everyExitCodeIsInTheTable() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> codes =
                whole().getCommandSpec().usageMessage().exitCodeList().keySet();

        assertThat(codes).isNotEmpty().allMatch(code -> page.contains("\n| " + code + " | "));
    }

    @Test
    void stepsAreThoseThatAreTaken() throws Exception {
        String section = sections().getOrDefault("check", "");
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = new CommandRun(
                    folder,
                    Map.of("OPENAI_BASE_URL", backend.url("/v1").toString()),
                    "check",
                    "--listen",
                    "127.0.0.1:0");
            assertThat(run.exitCode()).isZero();
            List<String> taken = steps(run.out());

            assertThat(steps(section)).isEqualTo(taken);
            assertThat(matches("(?m)^\\| `([a-z]+)` \\|", section))
                    .isEqualTo(taken.stream()
                            .map(step -> step.replace("main: ", ""))
                            .toList());
        }
    }

    @Test
    void columnsAreThoseOfTheTable() throws Exception {
        String section = sections().getOrDefault("models", "");
        try (RoutedBackend backend = RoutedBackend.working()) {
            CommandRun run = new CommandRun(
                    folder, Map.of("OPENAI_BASE_URL", backend.url("/v1").toString()), "models");
            assertThat(run.exitCode()).isZero();

            assertThat(words(section.substring(section.indexOf("NAME ")))).isEqualTo(words(run.out()));
        }
    }

    private static List<String> steps(String lines) {
        return matches("(?m)^(?:ok|skipped) {2,}((?:main: )?[a-z]+) ", lines);
    }

    private static List<String> words(String table) {
        return List.of(table.lines().findFirst().orElseThrow().split(" +", -1));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Those of the line that lists them. */
    private static Set<String> options(String section) {
        return section.lines()
                .filter(line -> line.startsWith("Options: "))
                .flatMap(line -> OPTION.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> sections() throws IOException {
        return SECTION.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap((MatchResult match) -> match.group(1), match -> match.group(2)));
    }

    private static Map<String, CommandSpec> commands() {
        return whole().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                // Its commands are described where the configuration is.
                .filter(command -> !command.name().equals("config"))
                .collect(Collectors.toMap(CommandSpec::name, command -> command));
    }

    private static CommandLine whole() {
        return EnfiladeCommand.in(
                new Surroundings(Map.of(), Path.of(""), Path.of("")),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                (_, _) -> {});
    }
}
