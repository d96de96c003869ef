package dev.enfilade.bootstrap.cli;

import picocli.CommandLine;

/** A command line that knows the options of keys once it sees which of them are used. */
final class SettableCommandLine extends CommandLine {

    SettableCommandLine(Object command) {
        super(command);
    }

    @Override
    public int execute(String... args) {
        SettingOptions.offer(this, args);
        return super.execute(args);
    }
}
