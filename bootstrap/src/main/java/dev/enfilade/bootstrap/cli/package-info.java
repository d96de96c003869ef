/**
 * The command line: options, what is printed, exit codes. What a command does is elsewhere; here it is only asked for.
 */
@NullMarked
package dev.enfilade.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
