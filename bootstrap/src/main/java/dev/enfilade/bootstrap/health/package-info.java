/**
 * The probes of whoever runs the process: alive, ready, and how the backends are. No request to a backend starts here.
 */
@NullMarked
package dev.enfilade.bootstrap.health;

import org.jspecify.annotations.NullMarked;
