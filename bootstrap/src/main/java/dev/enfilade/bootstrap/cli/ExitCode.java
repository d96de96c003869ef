package dev.enfilade.bootstrap.cli;

/** What the process says when it ends; 2 and 78 are those of {@code sysexits.h} and shells. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
