package dev.enfilade.bootstrap.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script of fish, of which picocli has none: one line per command, option and word. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(CommandSpec root) {
        return lines(root, List.of())
                .map(line -> "complete -c " + root.name() + " " + line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> lines(CommandSpec command, List<String> path) {
        String place = "-n '" + condition(command, path) + "' ";
        Stream<String> noFiles = Stream.of(place + "-f");
        Stream<String> commands = shown(command)
                .map(sub -> place + "-a " + sub.getKey()
                        + described(sub.getValue().usageMessage().description()));
        Stream<String> words = command.positionalParameters().stream()
                .flatMap(FishCompletion::words)
                .map(word -> place + "-a " + word);
        Stream<String> options =
                command.options().stream().filter(option -> !option.hidden()).map(option -> place + option(option));
        Stream<String> below = shown(command)
                .flatMap(sub -> lines(
                        sub.getValue(),
                        Stream.concat(path.stream(), Stream.of(sub.getKey())).toList()));
        return Stream.of(noFiles, commands, words, options, below).flatMap(lines -> lines);
    }

    private static Stream<Map.Entry<String, CommandSpec>> shown(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .map(sub -> Map.entry(sub.getKey(), sub.getValue().getCommandSpec()))
                .filter(sub -> !sub.getValue().usageMessage().hidden());
    }

    /** Where on the command line this command is the one that is written. */
    private static String condition(CommandSpec command, List<String> path) {
        String below = shown(command).map(Map.Entry::getKey).collect(Collectors.joining(" "));
        String inside = path.isEmpty() ? "true" : "__fish_seen_subcommand_from " + path.getLast();
        return below.isEmpty() ? inside : inside + "; and not __fish_seen_subcommand_from " + below;
    }

    private static Stream<String> words(PositionalParamSpec parameter) {
        Iterable<String> candidates = parameter.completionCandidates();
        return candidates == null ? Stream.empty() : StreamSupport.stream(candidates.spliterator(), false);
    }

    private static String option(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String value = option.arity().max() == 0 ? "" : takesFile(option) ? " -r -F" : " -x";
        return names + value + described(option.description());
    }

    private static boolean takesFile(OptionSpec option) {
        return option.typeInfo().getActualGenericTypeArguments().contains(Path.class.getName())
                || option.type() == Path.class;
    }

    private static String described(String... sentences) {
        String first = String.join(" ", sentences)
                .replaceFirst("[.;:,] .*|\\.$", "")
                .replace("\\", "")
                .replace("'", "");
        return first.isEmpty() ? "" : " -d '" + first + "'";
    }
}
