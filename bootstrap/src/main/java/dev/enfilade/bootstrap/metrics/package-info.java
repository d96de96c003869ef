/**
 * What is counted and timed, and how it is read: Micrometer's meters, filled from what requests leave behind. Nothing
 * here decides anything, and Micrometer is seen nowhere else.
 */
@NullMarked
package dev.enfilade.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
