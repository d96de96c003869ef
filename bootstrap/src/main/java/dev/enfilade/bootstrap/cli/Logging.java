package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.logging.LogFormat;

/** A command whose standard error is a log that machines may read, also where the command fails to start. */
interface Logging {

    /** As far as it can be known from options, variables and files that may be wrong elsewhere. */
    LogFormat format();
}
