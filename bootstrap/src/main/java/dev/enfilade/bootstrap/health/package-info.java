/**
 * The probes of whoever runs the process: alive, ready, and how the backends are. The only request to a backend that
 * starts here is for the list of one that is down.
 */
@NullMarked
package dev.enfilade.bootstrap.health;

import org.jspecify.annotations.NullMarked;
