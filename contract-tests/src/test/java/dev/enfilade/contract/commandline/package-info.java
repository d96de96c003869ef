/**
 * The command line of the packaged product, as operators, scripts and shells use it, and the page that describes it.
 */
@NullMarked
package dev.enfilade.contract.commandline;

import org.jspecify.annotations.NullMarked;
