/**
 * What well-known clients ask when they start and while they work, in order and with their headers, and what they read
 * of the answers. The files are those of the golden replayer, with readings in place of recorded answers.
 */
@NullMarked
package dev.enfilade.contract.trace;

import org.jspecify.annotations.NullMarked;
