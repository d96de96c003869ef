package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.check.Trouble;

/** What the process says when it ends; 2 and those from 69 on are those of shells and {@code sysexits.h}. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int UNAVAILABLE = 69;
    static final int NO_PERMISSION = 77;
    static final int CONFIGURATION = 78;

    private ExitCode() {}

    static int of(Trouble trouble) {
        return switch (trouble) {
            case CONFIGURATION -> CONFIGURATION;
            case KEY -> NO_PERMISSION;
            case BACKEND -> UNAVAILABLE;
        };
    }
}
