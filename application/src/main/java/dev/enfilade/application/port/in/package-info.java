/**
 * What can be asked of the application: one interface per question, one method each. Surfaces call these and nothing
 * else.
 */
@NullMarked
package dev.enfilade.application.port.in;

import org.jspecify.annotations.NullMarked;
