package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.config.Flag;
import dev.enfilade.bootstrap.config.SettingFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every key of the configuration as an option, such as {@code --limits.streams}.
 *
 * <p>Names of backends and models are part of them, so they cannot be listed before it is known which of them are used.
 */
@Command
final class SettingOptions {

    private final List<OptionSpec> used = new ArrayList<>();

    /** Adds the options among these arguments to every command that takes them. */
    static void offer(CommandLine line, String... args) {
        takers(line.getCommandSpec())
                .forEach(taker -> Stream.of(args)
                        .map(arg -> arg.split("=", 2)[0])
                        .distinct()
                        .forEach(name -> taker.getValue().offer(name, taker.getKey())));
        line.getSubcommands().values().forEach(command -> offer(command, args));
    }

    /** What was given, in the order of the command line. */
    List<Flag> flags() {
        return used.stream()
                .flatMap(option -> Optional.<String>ofNullable(option.getValue())
                        .flatMap(text -> SettingFlags.path(option.longestName())
                                .map(path -> new Flag(option.longestName(), path, text)))
                        .stream())
                .toList();
    }

    private void offer(String name, CommandSpec command) {
        if (SettingFlags.path(name).isPresent() && command.findOption(name) == null) {
            boolean alone = SettingFlags.mayStandAlone(name);
            OptionSpec option = OptionSpec.builder(name)
                    .type(String.class)
                    .paramLabel("VALUE")
                    .arity(alone ? "0..1" : "1")
                    .fallbackValue("true")
                    .hidden(true)
                    .build();
            command.addOption(option);
            used.add(option);
        }
    }

    private static Stream<Map.Entry<CommandSpec, SettingOptions>> takers(CommandSpec command) {
        return mixins(command)
                .filter(SettingOptions.class::isInstance)
                .map(mixin -> Map.entry(command, (SettingOptions) mixin));
    }

    private static Stream<Object> mixins(CommandSpec spec) {
        return spec.mixins().values().stream()
                .flatMap(mixin -> Stream.concat(Stream.of(mixin.userObject()), mixins(mixin)));
    }
}
